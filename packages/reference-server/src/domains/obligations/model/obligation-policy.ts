import type { components } from '@visitkit/contract'

export type ObligationKind = components['schemas']['ObligationKind']

/** `packs/policy/obligations.json`. All times are in days. */
export interface ObligationPolicy {
  /** How long before its due date something is shown. */
  readonly warnDays: number
  /** A reminder comes this long before the due date, and again after this long while something is overdue. */
  readonly remindDays: number
  /** The longest interval of each kind. */
  readonly everyDays: Readonly<Record<ObligationKind, number>>
  /** Kinds of which each organization needs at least one obligation. */
  readonly required: readonly ObligationKind[]
  readonly trainingDays: number
  /** From the day on which a course becomes required of a member to the last day of the first completion. */
  readonly trainingGraceDays: number
  readonly accessReviewDays: number
  readonly riskReviewDays: number
  readonly assessIncidentDays: number
  /** From the discovery of a breach to the last day of a notice. */
  readonly noticeDays: number
  /** From this number of patients on, a breach is reported at once and not once a year. */
  readonly manyPatients: number
  /** Obligations, courses or risks of one organization. */
  readonly mostEntries: number
}
