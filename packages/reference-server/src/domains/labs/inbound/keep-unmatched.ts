import type { Keeping } from '../../../platform/seams.ts'
import type { LaboratoryReport } from '../../../vendors/laboratory/report.ts'
import { unmatchedTold } from '../events.ts'
import { isSameReportedPerson } from '../model/same-person.ts'
import { insertUnmatched, openUnderFiller, replaceReport, type Unmatched } from '../store/unmatched.ts'
import type { UnmatchedBecause } from '../store/tables.ts'

const finality = { partial: 0, final: 1, cancelled: 1, corrected: 2 } as const

/**
 * Puts a report into the inbox for a person to look at. One that is there already, of the same number and person, is brought up to
 * date, and never back: a partial report does not replace the final one.
 */
export const keepUnmatched = async (
  keeping: Keeping,
  source: string,
  report: LaboratoryReport,
  { because, patientId }: { readonly because: UnmatchedBecause; readonly patientId: string | null },
): Promise<void> => {
  const { tx, now, newId, emit } = keeping
  const open = await openUnderFiller(tx, keeping, source, report.fillerNumber)
  const known = open.find(
    (each) => isSameReportedPerson(each.report.person, report.person) && each.report.test.code === report.test.code,
  )
  if (known !== undefined) {
    const isOlder = (report.reportedAt ?? '') < (known.report.reportedAt ?? '')
    if (finality[report.status] < finality[known.report.status] || isOlder) return
    await replaceReport(tx, keeping, known.id, report)
    return emit(unmatchedTold({ ...known, report }))
  }
  const unmatched: Unmatched = { id: newId(), because, patientId, source, status: 'open', receivedAt: now, report }
  await insertUnmatched(tx, keeping, unmatched)
  await emit(unmatchedTold(unmatched))
}
