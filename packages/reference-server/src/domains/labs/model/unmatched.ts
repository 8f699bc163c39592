import type { components } from '@visitkit/contract'
import type { ReportedPerson } from '../../../vendors/laboratory/report.ts'
import { alreadyMatched, responseNotApplicable } from '../problems.ts'
import { clockAfter } from './clock-after.ts'
import { acknowledge, type CriticalClock } from './critical-clock.ts'
import type { OrderStatusUpdate, UnsolicitedStatus } from '../../../vendors/laboratory/provider.ts'
import type { MergedReport, ReceivedReport } from './lab-result.ts'
import { withoutPractitioner, type LabsPolicy } from './labs-policy.ts'
import { knownFrom } from './merge-observations.ts'
import { mergeReport } from './merge-report.ts'
import { isSameReportedPerson } from './same-person.ts'

export type UnmatchedReason = components['schemas']['UnmatchedReason']

/** A response about an order, and no result. */
export interface HeldResponse {
  readonly status: UnsolicitedStatus['status']
  /** As the laboratory wrote it. */
  readonly text: string | null
}

/** A report, or a response about an order in the form of one: without measurements. */
export interface UnmatchedContent extends MergedReport {
  readonly response?: HeldResponse
}

/** A report for which no order was found, or a response about an order that does not fit. */
export interface Unmatched {
  readonly id: string
  readonly reason: UnmatchedReason
  /** The patient of the order that the laboratory names. */
  readonly patientId: string | null
  readonly source: string
  readonly status: 'open' | 'matched' | 'returned'
  readonly receivedAt: Date
  /** All reports of it, merged. */
  readonly report: UnmatchedContent
  /** The clock of a critical value. */
  readonly clock: CriticalClock | null
  readonly decision: UnmatchedDecision | null
  readonly version: number
}

const unnamed: ReportedPerson = { given: '', family: '', birthDate: null, sex: '' }

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
  const { status, reportedAt, note } = merged
  const latest = merged.isOlder ? known.report : report
  return {
    unmatched: {
      ...known,
      report: { ...latest, ...(note !== undefined && { note }), observations, status, reportedAt },
      clock,
      version: known.version + 1,
    },
    isRaised,
  }
}

/** A response that does not fit, as it waits for a person. */
export const holdResponse = (
  { placerNumber, fillerNumber, status, text, test, person, part }: UnsolicitedStatus,
  { now, ...held }: Pick<Unmatched, 'id' | 'reason' | 'patientId' | 'source'> & { readonly now: Date },
): Unmatched => ({
  ...held,
  status: 'open',
  receivedAt: now,
  report: {
    ...{ person: person ?? unnamed, placerNumber, fillerNumber, part, parent: '', laboratory: '' },
    test: test ?? { code: '', loinc: '', name: '' },
    ...{ status: 'partial', reportedAt: null, observations: [] },
    response: { status, text },
  },
  clock: null,
  decision: null,
  version: 1,
})

/** Whether two held responses say the same about the same test. */
export const isSameResponse = (one: Unmatched, other: Unmatched): boolean => {
  const [a, b] = [one.report, other.report]
  return (
    one.reason === other.reason &&
    one.patientId === other.patientId &&
    a.response?.status === b.response?.status &&
    a.response?.text === b.response?.text &&
    a.placerNumber === b.placerNumber &&
    a.fillerNumber === b.fillerNumber &&
    a.test.code === b.test.code &&
    isSameReportedPerson(a.person, b.person)
  )
}

/** The patient of what waits, if the laboratory names no other person: its messages are theirs, whatever a person decides. */
export const ownerOf = ({ patientId, reason, report }: Unmatched): string | null =>
  reason === 'identity-differs' || report.isOfAnother ? null : patientId

/** Throws `already_matched`. A person who decides has seen the value, so its clock stops. */
const decide = (
  unmatched: Unmatched,
  decision: UnmatchedDecision,
  status: Exclude<Unmatched['status'], 'open'>,
): Unmatched => {
  if (unmatched.status !== 'open') throw alreadyMatched()
  const { clock, version } = unmatched
  return {
    ...unmatched,
    status,
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
  return { ...decide(unmatched, decision, 'matched'), report: { ...report, person: unnamed, observations: [] } }
}

/** Throws `already_matched`, and `response_not_applicable` for a result, a contradiction and a code that is not known. */
export const applyUnmatchedResponse = (
  unmatched: Unmatched,
  decision: Omit<UnmatchedDecision, 'resultId'>,
): { readonly applied: Unmatched; readonly status: OrderStatusUpdate['status']; readonly text: string | null } => {
  const { report } = unmatched
  const { status, text = null } = report.response ?? {}
  const applied = decide(unmatched, { ...decision, resultId: null }, 'matched')
  if (status === undefined || status === 'unknown' || unmatched.reason === 'contradictory')
    throw responseNotApplicable()
  // What it says is in the order from now on.
  const response: HeldResponse = { status, text: null }
  return { applied: { ...applied, report: { ...report, person: unnamed, response } }, status, text }
}

/** Throws `already_matched`. */
export const returnUnmatched = (unmatched: Unmatched, decision: Omit<UnmatchedDecision, 'resultId'>): Unmatched =>
  decide(unmatched, { ...decision, resultId: null }, 'returned')
