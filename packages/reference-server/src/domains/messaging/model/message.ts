import type { Author } from './thread.ts'

export interface Message {
  readonly id: string
  readonly threadId: string
  readonly patientId: string
  readonly author: Author
  readonly text: string
  readonly at: Date
}
