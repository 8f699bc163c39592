import type { components } from '@visitkit/contract'
import type { BillingSettings, Fee } from '../../kernel/model/billing-settings.ts'
import type { Day, FilingIndicator } from '../../kernel/model/claim.ts'
import type { ClaimFacts, ClaimRecord, CodeSystem } from '../../kernel/model/claim-record.ts'

type Schemas = components['schemas']

/** Everything that a claim is made from, as it is now: the visit, its signed note, the people, the payer, the prices. */
export interface ClaimSources {
  readonly visit: {
    readonly visitId: string
    readonly modality: Schemas['Modality']
    readonly outcome: Schemas['VisitOutcome'] | null
    readonly location: { readonly state: string; readonly kind: 'home' | 'other' } | null
    readonly specialty: string
    readonly visitTypeName: Schemas['LocalizedText'][]
    readonly startedAt: Date | null
    readonly checkedInAt: Date
    readonly version: number
  }
  readonly note: {
    readonly version: number
    readonly practitionerId: string
    readonly diagnoses: readonly { readonly code: string }[]
    readonly services: readonly {
      readonly codeSystem: CodeSystem
      readonly code: string
      readonly units: number
      readonly diagnosisPointers: readonly number[]
      readonly audioOnlyReason?: string | undefined
    }[]
  }
  readonly patient: Omit<Schemas['Patient'], 'phone' | 'address'> & {
    readonly ofRecord: Pick<Schemas['Patient'], 'address'>
  }
  readonly practitioner: Schemas['Practitioner']
  /** NUCC taxonomy of the visit's specialty. */
  readonly taxonomy: string | null
  readonly consented: boolean
  /** The organization's time zone, which decides the service date. */
  readonly zone: string
  readonly settings: BillingSettings
  readonly fees: readonly Fee[]
  readonly payer: {
    readonly id: string
    readonly name: string
    readonly kind: Schemas['Payer']['kind']
    readonly payerId: string
    readonly filingIndicator: FilingIndicator
    readonly timelyFilingDays: number
  }
  /** Null for a self-pay patient, without coverage or by choice. */
  readonly coverage: {
    readonly id: string
    readonly memberNumber: string
    readonly groupNumber: string | null
    readonly from: Day
    /** Its last day. */
    readonly to: Day | null
    readonly relationship: Schemas['Coverage']['relationship']
    readonly subscriber: NonNullable<Schemas['Coverage']['subscriber']> | null
    readonly nameOnCard: Schemas['PersonName'] | null
  } | null
  /** 45 CFR 164.522(a)(1)(vi). */
  readonly restricted: boolean
  /** The previous claim of the chain. Null for the first one. */
  readonly follows: Pick<ClaimFacts, 'payerId' | 'payerClaimNumber' | 'frequency'> | null
  /** Other claims of the patient for the same day. */
  readonly sameDay: readonly ClaimRecord[]
}
