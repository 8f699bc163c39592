import type { components } from '@visitkit/contract'

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
