import type { components } from '@visitkit/contract'

type Schemas = components['schemas']

/** What a message to a partner discloses of a visit, in the words of a consent (42 CFR 2.31). */
export interface PartTwoDisclosure {
  readonly recipient: Schemas['PartTwoRecipient']
  readonly purpose: Schemas['PartTwoPurpose']
  readonly information: Schemas['PartTwoInformation']
  /**
   * It only completes what the recipient has already received: a cancellation of a prescription. A consent that has ended since serves it,
   * because it was relied on (2.31(a)(6)).
   */
  readonly completes?: boolean
}

/** The last consent that the patient gave. */
export interface GivenConsent {
  readonly consentId: string
  readonly signedAt: Date
  readonly endsAt: Date | null
  readonly information: readonly PartTwoDisclosure['information'][]
  readonly recipients: readonly PartTwoDisclosure['recipient'][]
  readonly purposes: readonly PartTwoDisclosure['purpose'][]
}

/** What accompanies a disclosure (42 CFR 2.32): the notice, and an explanation of the scope of the consent. */
export interface PartTwoStatement {
  readonly consentId: string
  /** 2.32(a)(1) */
  readonly notice: string
  /** 2.32(a)(2), for formats with little room. */
  readonly shortNotice: string
  /** 2.32(b) */
  readonly scope: string
  /** What of it concerns the recipient, in at most 60 characters. */
  readonly shortScope: string
}

/** What the author of substance use counseling notes needs to pass them on. */
export interface CounselingNotesConsent extends Pick<PartTwoStatement, 'consentId' | 'notice' | 'scope'> {
  readonly signedAt: Date
}

/** Why something may not be sent. */
export type PartTwoRefusal =
  'part_two_consent_missing' | 'part_two_no_place' | 'part_two_no_room' | 'part_two_outside_consent'

export type PartTwoAnswer =
  | { readonly outcome: 'unprotected' }
  | { readonly outcome: 'permitted'; readonly statement: PartTwoStatement }
  | { readonly outcome: 'refused'; readonly code: Exclude<PartTwoRefusal, 'part_two_no_place' | 'part_two_no_room'> }
