import type { MergedReport, ReceivedReport, ResultStatus } from './lab-result.ts'
import { isSameTest } from './lab-test.ts'
import { knownFrom, mergeObservations, type MergedObservations } from './merge-observations.ts'

export interface ReportAfter extends MergedObservations, Pick<MergedReport, 'status' | 'reportedAt' | 'note'> {
  readonly isCorrected: boolean
  /** The report is older than what is already known. */
  readonly isOlder: boolean
}

/** What is known about one test after another report, whether or not its patient is known. */
export const mergeReport = (
  before: Pick<MergedReport, 'status' | 'observations' | 'reportedAt' | 'note'> & {
    readonly test: Pick<MergedReport['test'], 'code' | 'loinc'>
  },
  report: ReceivedReport,
  at: Date,
): ReportAfter => {
  const merged = mergeObservations(before.observations, knownFrom(report), at)
  const isOlder = report.reportedAt !== null && before.reportedAt !== null && report.reportedAt < before.reportedAt
  const status = statusAfter(
    before.status,
    isSameTest(report.test, before.test) ? report.status : null,
    merged.corrected.size > 0 || (report.status === 'corrected' && merged.isChanged),
    isOlder,
  )
  const note = noteAfter(before.note, report.note)
  return {
    ...merged,
    ...(note !== undefined && { note }),
    status,
    reportedAt: isOlder ? before.reportedAt : (report.reportedAt ?? before.reportedAt),
    isChanged: merged.isChanged || status !== before.status || note !== before.note,
    isCorrected: merged.corrected.size > 0 || (status === 'corrected' && before.status !== 'corrected'),
    isOlder,
  }
}

/** A comment is added to the ones before it, and is not repeated. */
const noteAfter = (before: string | undefined, reported: string | undefined): string | undefined => {
  if (before === undefined || reported === undefined) return before ?? reported
  return `\n${before}\n`.includes(`\n${reported}\n`) ? before : `${before}\n${reported}`
}

/**
 * A partial report never completes a result, whatever it corrects, and never reopens a complete one. For another test under the same
 * number, e.g. the susceptibilities of a culture, `reported` is null: it does not change the status of the whole.
 */
const statusAfter = (
  before: ResultStatus,
  reported: ResultStatus | null,
  isCorrected: boolean,
  isOlder: boolean,
): ResultStatus => {
  if (reported === null || reported === 'partial') {
    if (before === 'final' || before === 'corrected') return isCorrected ? 'corrected' : before
    return isOlder || reported === null ? before : reported
  }
  if (isCorrected || before === 'corrected') return 'corrected'
  return isOlder && before !== 'partial' ? before : reported
}
