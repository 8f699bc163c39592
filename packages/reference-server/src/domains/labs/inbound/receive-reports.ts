import type { Delivery } from '../../../vendors/laboratory/provider.ts'
import type { LaboratoryReport, ReportedDocument } from '../../../vendors/laboratory/report.ts'
import { compareWithLimit, type CriticalLimit } from '../model/critical-limits.ts'
import type { LabCatalog } from '../model/lab-catalog.ts'
import type { ReceivedReport, ResultDocument } from '../model/lab-result.ts'
import { contradictsItsTest } from '../model/unit-of-property.ts'

/**
 * The reports of a message, compared with the critical limits of the organization as they are now. Its files are named by the message. A test
 * that is named by a code of the laboratory alone has the LOINC that the laboratory's catalog gives it: a member of a panel is known by its
 * LOINC, at any depth.
 */
export const receiveReports = (
  { digest, laboratoryId }: Pick<Delivery, 'digest' | 'laboratoryId'>,
  reports: readonly LaboratoryReport[],
  limits: readonly CriticalLimit[],
  catalog: Pick<LabCatalog, 'find' | 'propertyOf'>,
): ReceivedReport[] =>
  reports
    .map((report) => ({
      ...report,
      test: { ...report.test, loinc: report.test.loinc || (catalog.find(laboratoryId, report.test.code)?.loinc ?? '') },
      observations: report.observations.map(({ document, ...observation }) => {
        const limit = compareWithLimit(observation, limits)
        const named = document && nameDocument(document, Buffer.from(digest).toString('hex'), report.part ?? 0)
        return { ...observation, ...(limit && { limit }), ...(named && { document: named }) }
      }),
    }))
    .flatMap((report) => apart(report, ({ loinc }) => catalog.propertyOf(laboratoryId, loinc)))
    .map(withNote)

/** A comment on the whole report is shown with its first measurement: of parts of a result, each has its own. */
const withNote = (report: ReceivedReport): ReceivedReport => {
  const { note, observations, ...others } = report
  const [first, ...rest] = observations
  if (note === undefined || first === undefined) return report
  const words = [note, first.note].filter((each) => each !== null).join('\n')
  return { ...others, observations: [{ ...first, note: words }, ...rest] }
}

/**
 * Measurements that are faulty, or whose unit contradicts their test, wait for a person, apart from the rest. The rest stays partial: the
 * laboratory corrects the unit or the code. A test that is faulty itself waits as a whole.
 */
const apart = (
  report: ReceivedReport,
  propertyOf: (observation: ReceivedReport['observations'][number]) => string | null,
): ReceivedReport[] => {
  const { observations } = report
  if (report.faulty) return [report]
  const faulty = observations.filter((each) => each.faulty)
  const wrong = observations.filter((each) => !each.faulty && contradictsItsTest(each, propertyOf(each)))
  const right = observations.filter((each) => !faulty.includes(each) && !wrong.includes(each))
  if (right.length === observations.length) return [report]
  const rest: ReceivedReport = { ...report, status: 'partial', observations: right }
  const contradicting: ReceivedReport = { ...report, observations: wrong, contradicts: 'unit' }
  const unread: ReceivedReport = { ...report, status: 'partial', observations: faulty, faulty: true }
  return [rest, contradicting, unread].filter((each) => each.observations.length > 0)
}

const nameDocument = (document: ReportedDocument, digest: string, part: number): ResultDocument => ({
  ...document,
  id: `${digest.slice(0, 32)}-${part}-${document.segment}`,
  digest,
  part,
})
