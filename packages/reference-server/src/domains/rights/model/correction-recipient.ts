import type { components } from '@visitkit/contract'

type Schemas = components['schemas']

/** Who was sent what a correction is about, or whom the patient names. Part of the encrypted content of the request. */
export interface CorrectionRecipient {
  readonly id: string
  readonly kind: Schemas['CorrectionRecipientKind']
  readonly name: string
  readonly address?: string
  /** Of what was sent last. */
  readonly content?: Schemas['DisclosedContent']
  /** `2026-11-30` */
  readonly lastSentOn?: string
  /** What was sent to it, as the ledger names it. Empty of one that a person named. */
  readonly recordIds: readonly string[]
  readonly state: Schemas['CorrectionRecipientState']
  readonly chosenAt?: string
  readonly notification?: {
    readonly on: string
    readonly channel: Schemas['CorrectionNotificationChannel']
    readonly byId: string
    readonly note?: string
  }
}
