import type { components } from '@visitkit/contract'
import { alreadyMatched } from '../problems.ts'
import { clockAfter } from './clock-after.ts'
import { acknowledge, type CriticalClock } from './critical-clock.ts'
import type { MergedReport, ReceivedReport } from './lab-result.ts'
import { withoutPractitioner, type LabsPolicy } from './labs-policy.ts'
import { knownFrom } from './merge-observations.ts'
import { mergeReport } from './merge-report.ts'

export type UnmatchedReason = components['schemas']['UnmatchedReason']

/** A report for which no order was found. */
export interface Unmatched {
  readonly id: string
  readonly reason: UnmatchedReason
  /** The patient of the order that the laboratory names. */
  readonly patientId: string | null
  readonly source: string
  readonly status: 'open' | 'matched' | 'returned'
  readonly receivedAt: Date
  /** All reports of it, merged. */
  readonly report: MergedReport
  /** The clock of a critical value. */
  readonly clock: CriticalClock | null
  readonly decision: UnmatchedDecision | null
  readonly version: number
}

export interface UnmatchedDecision {
  /** Member. */
  readonly by: string
  readonly at: Date
  /** The result to which it was matched; null if it was returned. */
  readonly resultId: string | null
}

export interface UnmatchedReport extends Pick<Unmatched, 'id' | 'reason' | 'patientId' | 'source'> {
  readonly report: ReceivedReport
  readonly policy: LabsPolicy
  readonly now: Date
}

/**
 * The unmatched result after another report of it, as a result after its reports, so that nothing is lost when it is matched. A critical
 * value cannot wait for that: its clock notifies the roles of the organization. Null if the report says nothing new.
 */
export const addReport = (
  known: Unmatched | null,
  { id, reason, patientId, source, report, policy, now }: UnmatchedReport,
): { readonly unmatched: Unmatched; readonly isRaised: boolean } | null => {
  const merged = known === null ? null : mergeReport(known.report, report, now)
  if (merged?.isChanged === false) return null
  const observations = merged?.observations ?? knownFrom(report)
  const forRoles = { policy: withoutPractitioner(policy), now }
  const { clock, isRaised } = clockAfter(known?.clock ?? null, known?.report.observations ?? [], observations, forRoles)
  if (known === null || merged === null)
    return {
      unmatched: {
        id,
        reason,
        patientId,
        source,
        status: 'open',
        receivedAt: now,
        report: { ...report, observations },
        clock,
        decision: null,
        version: 1,
      },
      isRaised,
    }
  const { status, reportedAt } = merged
  return {
    unmatched: {
      ...known,
      report: { ...(merged.isOlder ? known.report : report), observations, status, reportedAt },
      clock,
      version: known.version + 1,
    },
    isRaised,
  }
}

/** Throws `already_matched`. A person who decides has seen the value, so its clock stops. */
const decide = (unmatched: Unmatched, decision: UnmatchedDecision): Unmatched => {
  if (unmatched.status !== 'open') throw alreadyMatched()
  const { clock, version } = unmatched
  return {
    ...unmatched,
    status: decision.resultId === null ? 'returned' : 'matched',
    decision,
    clock: clock && acknowledge(clock, decision.by, decision.at),
    version: version + 1,
  }
}

/** Throws `already_matched`. What was matched is now in the patient's result, so its content is removed here. */
export const matchUnmatched = (
  unmatched: Unmatched,
  decision: UnmatchedDecision & { readonly resultId: string },
): Unmatched => {
  const { report } = unmatched
  const person = { given: '', family: '', birthDate: null, sex: '' }
  return { ...decide(unmatched, decision), report: { ...report, person, observations: [] } }
}

/** Throws `already_matched`. */
export const returnUnmatched = (unmatched: Unmatched, decision: Omit<UnmatchedDecision, 'resultId'>): Unmatched =>
  decide(unmatched, { ...decision, resultId: null })
