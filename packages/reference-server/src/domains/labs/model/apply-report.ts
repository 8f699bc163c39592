import type { LaboratoryReport, ReportedPerson } from '../../../vendors/laboratory/report.ts'
import { clockAfter } from './clock-after.ts'
import { correctReleased } from './correct-released.ts'
import { isAbnormal } from './is-abnormal.ts'
import type { LabOrder } from './lab-order.ts'
import { releasedContent, type LabResult, type ReceivedReport, type ResultContent } from './lab-result.ts'
import type { LabsPolicy } from './labs-policy.ts'
import { isSameTest, type LocalizedText } from './lab-test.ts'
import { knownFrom } from './merge-observations.ts'
import { mergeReport } from './merge-report.ts'

export interface ReportToApply {
  /** Null for the first report of a test. */
  readonly before: LabResult | null
  readonly report: ReceivedReport
  readonly order: LabOrder
  readonly position: number
  /** The panel of which it is a member, reported by itself. */
  readonly partOf?: readonly LocalizedText[]
  readonly source: string
  /** The id of a new result. */
  readonly id: string
  /** The person whom the laboratory named, if a member decided that it is this patient. */
  readonly matchedPerson: ReportedPerson | null
  readonly policy: LabsPolicy
  readonly now: Date
}

export type AppliedReport =
  /** Nothing new: a repeat, or a report that is older than one already applied. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'received' | 'corrected'; readonly result: LabResult; readonly isCriticalRaised: boolean }

/**
 * What a report changes in a result. New values after a review require another review, and a comment that was written before them does not
 * apply to them. A patient sees a correction of a released value at once, because the value that they have is wrong. Other new values wait
 * for their release.
 */
export const applyReport = (given: ReportToApply): AppliedReport => {
  const { before, report, now } = given
  if (before === null) return firstReport(given)
  const reportedAt = before.reportedAt?.toISOString() ?? null
  const merged = mergeReport({ ...before.content, reportedAt }, report, now)
  if (!merged.isChanged) return { kind: 'nothing' }
  const { status, isCorrected } = merged
  const wasReleased = releasedContent(before)
  const released = wasReleased && correctReleased(wasReleased, merged.observations, merged.corrected)
  const content: ResultContent = {
    ...before.content,
    status,
    observations: merged.observations,
    abnormal: isAbnormal(merged.observations),
    laboratory: report.laboratory || before.content.laboratory,
    // A report that omits them is about the same specimen.
    ...circumstancesOf(report),
    ...(merged.note !== undefined && { note: merged.note }),
    comment: null,
    released,
    matchedPerson: given.matchedPerson ?? before.content.matchedPerson,
  }
  const { clock, isRaised } = clockAfter(before.clock, before.content.observations, merged.observations, given)
  const version = before.version + 1
  const wasSeen = before.reviewedAt !== null || before.releasedAt !== null
  const result: LabResult = {
    ...before,
    content,
    clock,
    version,
    reviewedAt: null,
    reviewedBy: null,
    releasedVersion: released === wasReleased ? before.releasedVersion : version,
    correctedAfterReview: before.correctedAfterReview || (isCorrected && wasSeen),
    reportedAt: dateOf(merged.reportedAt),
  }
  return { kind: isCorrected ? 'corrected' : 'received', result, isCriticalRaised: isRaised }
}

const firstReport = (given: ReportToApply): AppliedReport => {
  const { report, order, position, source, id, now, matchedPerson, partOf } = given
  const observations = knownFrom(report)
  const { clock, isRaised } = clockAfter(null, [], observations, given)
  const result: LabResult = {
    id,
    orderId: order.id,
    patientId: order.patientId,
    practitionerId: order.practitionerId,
    position,
    source,
    fillerNumber: report.fillerNumber,
    clock,
    reviewedAt: null,
    reviewedBy: null,
    releasedAt: null,
    releasedVersion: null,
    correctedAfterReview: false,
    receivedAt: now,
    reportedAt: dateOf(report.reportedAt),
    content: {
      status: report.status,
      abnormal: isAbnormal(observations),
      test: testOf(report, order, position),
      isExtra: partOf === undefined && position > order.content.tests.length,
      ...(partOf && { partOf }),
      laboratory: report.laboratory,
      ...circumstancesOf(report),
      ...(report.note !== undefined && { note: report.note }),
      observations,
      comment: null,
      released: null,
      matchedPerson,
    },
    version: 1,
  }
  return { kind: 'received', result, isCriticalRaised: isRaised }
}

const circumstancesOf = ({
  laboratoryAddress,
  collectedAt,
  specimen,
}: LaboratoryReport): Pick<ResultContent, 'laboratoryAddress' | 'collectedAt' | 'specimen'> => ({
  ...(laboratoryAddress !== undefined && { laboratoryAddress }),
  ...(collectedAt !== undefined && { collectedAt }),
  ...(specimen !== undefined && { specimen }),
})

/** The catalog's names in every language if it is the test that was ordered. A reflex test keeps the laboratory's name. */
const testOf = ({ test }: LaboratoryReport, order: LabOrder, position: number): ResultContent['test'] => {
  const ordered = order.content.tests[position - 1]
  if (ordered !== undefined && isSameTest(ordered, test))
    return { code: ordered.code, loinc: ordered.loinc, name: ordered.name }
  return { ...test, name: [{ language: 'en', text: test.name }] }
}

const dateOf = (instant: string | null): Date | null => (instant === null ? null : new Date(instant))
