import type { components } from '@visitkit/contract'

type Schemas = components['schemas']

/** `packs/policy/drafts.json`. */
export interface DraftPolicy {
  /** For how long a text is kept after it was last saved. */
  readonly keptDays: number
}

/** Where a text was written, and by whom: a person has one at each place. */
export interface DraftKey {
  readonly personId: string
  readonly place: Schemas['DraftPlace']
  readonly about: string
}

/** What a person has written and not sent. Only they read it. */
export interface Draft extends DraftKey {
  readonly id: string
  /** The patient whom the text may be about; null for a text about no patient. */
  readonly patientId: string | null
  readonly savedAt: Date
}
