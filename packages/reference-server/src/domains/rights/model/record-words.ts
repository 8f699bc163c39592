import type { components } from '@visitkit/contract'
import type { RecordSection } from './record.ts'

type Schemas = components['schemas']

/** The texts of a readable copy. */
export interface RecordWords {
  readonly title: string
  readonly pageLabel: string
  readonly intro: string
  readonly made: string
  readonly contents: string
  readonly none: string
  readonly sections: Readonly<Record<RecordSection, string>>
  readonly leftOut: string
  readonly leftOutAlways: readonly string[]
  /** `{sections}` are the titles of sections. */
  readonly outsideRight: string
  /** `{names}` are names of files. */
  readonly filesTooLarge: string
  /** `{times}` are when they began. */
  readonly recordingsTooLarge: string
  /** `{count}` rows are in the other files. */
  readonly more: string
  readonly files: string
  readonly labels: Readonly<
    Record<
      | 'name'
      | 'otherName'
      | 'birthDate'
      | 'email'
      | 'phone'
      | 'address'
      | 'language'
      | 'recordNumber'
      | 'callOnly'
      | 'writeOnly'
      | 'addressAs'
      | 'nowhere'
      | 'race'
      | 'when'
      | 'with'
      | 'what'
      | 'who'
      | 'status'
      | 'version'
      | 'signedBy'
      | 'saidBy'
      | 'addendum'
      | 'diagnoses'
      | 'directions'
      | 'quantity'
      | 'refills'
      | 'pharmacy'
      | 'result'
      | 'range'
      | 'reaction'
      | 'goals'
      | 'steps'
      | 'memberNumber'
      | 'charge'
      | 'paid'
      | 'due'
      | 'score'
      | 'reason'
      | 'comment'
      | 'corrected'
      | 'key'
      | 'answer'
      | 'disagreement'
      | 'whoElse'
      | 'number'
      | 'nextClaim'
      | 'times',
      string
    >
  >
  readonly consent: Readonly<Record<Schemas['Consent']['status'], string>>
  readonly appointment: Readonly<Record<Schemas['AppointmentStatus'], string>>
  readonly chart: Readonly<Record<Schemas['Allergy']['status'] | Schemas['ReportedMedication']['status'], string>>
  readonly act: Readonly<Record<Schemas['AuditAction'], string>>
  readonly inCall: Readonly<Record<Schemas['SeatRole'], string>>
  readonly refused: string
  readonly server: string
  readonly claimStates: Readonly<Record<Schemas['ClaimState'] | Schemas['NextClaimState'], string>>
  readonly recipientKinds: Readonly<Record<Schemas['DisclosureRecipientKind'], string>>
  readonly sentContents: Readonly<Record<Schemas['DisclosedContent'], string>>
  readonly recipientStates: Readonly<Record<Schemas['CorrectionRecipientState'], string>>
}
