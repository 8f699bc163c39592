import type { FlagCode } from './flag-code.ts'
import type { ExplanationKind, LinkKind } from './monitored-facts.ts'

/** `packs/policy/access-monitor.json`. */
export interface MonitorPolicy {
  /** A case is opened at this score. */
  readonly openAt: number
  /** A case with one of these reasons is opened on the day itself; others when the day has ended. */
  readonly atOnce: readonly FlagCode[]
  /** How often what was done is looked at while none of it concerns a patient of whom a fact is known: that is looked at within seconds. */
  readonly lookEveryMinutes: number
  /** Reasons of the ledger that are the explanation: the work of those who review accesses. */
  readonly explainedByWork: readonly string[]
  /** Roles whose work is about all patients of the organization, and which work of others explains their accesses. */
  readonly sharedWork: Readonly<Record<string, readonly LinkKind[]>>
  /** Days of which the numbers of unexplained patients are kept, for the comparison with peers. */
  readonly historyDays: number
  /** How long before its beginning and after its end a link explains accesses. */
  readonly explanations: Readonly<
    Record<Exclude<ExplanationKind, 'emergency'>, { readonly beforeDays: number; readonly afterDays: number }>
  >
  readonly points: Readonly<Record<FlagCode, number>>
  /** Accesses outside of these hours, on a weekend, and outside of a shift of the member are after hours. */
  readonly workday: { readonly fromHour: number; readonly untilHour: number }
  /** Hours after the start of an emergency access in which it has to be documented. */
  readonly documentationHours: number
  /** Days after a death in which the record is still worked on. */
  readonly deceasedDays: number
  /** An account without an access for so many days is dormant. */
  readonly dormantDays: number
  readonly volume: {
    /** Robust z above which a day has too many unexplained patients. */
    readonly z: number
    /** Lower bound of the median absolute deviation: most days of most members have no unexplained patient. */
    readonly leastDeviation: number
    /** Days of the role's members with which a day is compared. */
    readonly windowDays: number
  }
  /** CUSUM of unexplained patients of a day, above the median of the role plus the allowance. */
  readonly slowCollection: { readonly allowance: number; readonly limit: number }
  readonly search: {
    /** Searches without a match in one day, and their share of all searches of the day. */
    readonly emptySearches: number
    readonly emptyShare: number
    /** Records opened one after the other whose numbers follow each other. */
    readonly consecutiveRecords: number
  }
  /** One of so many explained accesses to a relative or to a confidential patient is shown for a second look. */
  readonly secondLookEvery: number
}
