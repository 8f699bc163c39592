import type { components } from '@visitkit/contract'

import type { Author } from './thread.ts'

type Described = components['schemas']['Attachment']

/** A file without its content, which may be megabytes. */
export interface Attachment {
  readonly id: string
  readonly patientId: string
  /** Null until a message sends it. */
  readonly messageId: string | null
  readonly addedBy: string
  readonly kind: Described['kind']
  readonly mediaType: Described['mediaType']
  readonly bytes: number
  readonly createdAt: Date
}

/** A file with the message that sent it, by the file's id. */
export interface SentFile {
  readonly id: string
  readonly file: Attachment
  readonly threadId: string
  readonly author: Author
  readonly sentAt: Date
}
