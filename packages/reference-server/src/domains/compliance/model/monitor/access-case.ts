import type { FlagCode } from './flag-code.ts'

/** One reason of a case: a code and numbers. A presenter makes the sentence. */
export interface CaseReason {
  readonly code: FlagCode
  readonly points: number
  /** Accesses and patients of the day that it is true of. */
  readonly accesses: number
  readonly patients: number
  /** Minutes since midnight of the first of them. Null: it is about the day. */
  readonly firstMinute: number | null
  /** Of `volume`, `slow-collection` and `search-enumeration`: what was measured. */
  readonly value: number | null
}

/** What one member did on one day, for a privacy officer to decide on. */
export interface AccessCase {
  readonly memberId: string
  /** Days since 1970-01-01 on the clock of the organization. */
  readonly day: number
  /** Points of the access with the most, and of the day. */
  readonly score: number
  /** Most points first. */
  readonly reasons: readonly CaseReason[]
  /** Accesses of the day that nothing explains, or that concern the account, in the order of time. */
  readonly accessIds: readonly string[]
}

/** One of many explained accesses to a relative or to a confidential patient. Nothing is suspected. */
export interface SecondLook {
  readonly accessId: string
  readonly memberId: string
  readonly patientId: string
  readonly day: number
  /** Since midnight. */
  readonly minute: number
}
