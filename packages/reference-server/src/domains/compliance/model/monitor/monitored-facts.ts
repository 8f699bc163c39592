import type { FlagCode } from './flag-code.ts'

/** What links a member to a patient: each basis of the care register, and work that it does not list. */
export type LinkKind =
  | 'appointment'
  | 'visit'
  | 'referral'
  | 'task'
  | 'note'
  | 'lab-order'
  | 'prescription'
  | 'care-team'
  | 'refill'
  | 'message'
  | 'claim'
  | 'purpose'
export type ExplanationKind = LinkKind | 'emergency'

/** Data that is protected more than the rest of the record. It says what was opened, and nothing about a diagnosis. */
export type SensitiveData = 'psychotherapy' | 'substance-use' | 'minor' | 'reproductive'

/** All times are milliseconds since 1970. Keys are made by `matchKeys` and cannot be read. */
export interface MonitoredMember {
  readonly id: string
  /** Members are compared with the others of this role. */
  readonly role: string
  /** The team whose work the member shares. */
  readonly teamId: string | null
  /** The member's own record. */
  readonly patientId: string | null
  readonly householdKey: string | null
  readonly formerHouseholdKeys: readonly string[]
  /** One for each form of the name. */
  readonly surnameKeys: readonly string[]
  readonly disabledAt: number | null
  /** Last access before the first one that is read here. Null: none is known. */
  readonly lastAccessAt: number | null
}

export interface MonitoredPatient {
  readonly id: string
  readonly confidential: boolean
  readonly householdKey: string | null
  readonly formerHouseholdKeys: readonly string[]
  /** One for each form of the name. */
  readonly surnameKeys: readonly string[]
  readonly deceasedAt: number | null
  /** Number of the record, if the organization counts them. */
  readonly recordNumber: number | null
}

/** A reason to open a record. It is held by a member or by everyone of a team. */
export interface CareLink {
  readonly id: string
  readonly kind: LinkKind
  readonly patientId: string
  readonly memberId: string | null
  readonly teamId: string | null
  readonly from: number
  readonly until: number
}

/** From `from` to `until` the member does the work of the other one. */
export interface MonitoredCover {
  readonly memberId: string
  readonly coveredId: string
  readonly from: number
  readonly until: number
}

export interface MonitoredEmergency {
  readonly id: string
  readonly memberId: string
  readonly patientId: string
  readonly from: number
  readonly until: number
  /** When the member wrote down why. Infinity: a review found that it is no reason, so that it is never documented in time. */
  readonly documentedAt: number | null
}

export interface Shift {
  readonly memberId: string
  readonly from: number
  readonly until: number
}

/** From the first to the last day, the flag is not counted for the member. */
export interface MonitoredSuppression {
  readonly memberId: string
  readonly code: FlagCode
  readonly fromDay: number
  readonly untilDay: number
}

export interface MonitoredFacts {
  readonly members: readonly MonitoredMember[]
  readonly patients: readonly MonitoredPatient[]
  readonly links: readonly CareLink[]
  readonly covers: readonly MonitoredCover[]
  readonly emergencies: readonly MonitoredEmergency[]
  readonly shifts: readonly Shift[]
  readonly suppressions: readonly MonitoredSuppression[]
}

/** A row of the ledger, as far as the monitor needs it. */
export interface MonitoredAccess {
  readonly id: string
  readonly at: number
  readonly memberId: string
  /** Null: a search without a match. */
  readonly patientId: string | null
  /** `search`: the patient was listed as a match; the record was not opened. */
  readonly action: 'open' | 'search'
  readonly sensitive: SensitiveData | null
}
