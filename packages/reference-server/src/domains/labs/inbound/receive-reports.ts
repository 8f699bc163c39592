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

/**
 * Measurements whose unit contradicts their test wait for a person, apart from the rest. The rest stays partial: the laboratory corrects
 * the unit or the code.
 */
const apart = (
  report: ReceivedReport,
  propertyOf: (observation: ReceivedReport['observations'][number]) => string | null,
): ReceivedReport[] => {
  const { observations } = report
  const wrong = observations.filter((each) => contradictsItsTest(each, propertyOf(each)))
  if (wrong.length === 0) return [report]
  const right = observations.filter((each) => !wrong.includes(each))
  const rest: ReceivedReport = { ...report, status: 'partial', observations: right }
  return [...(right.length > 0 ? [rest] : []), { ...report, observations: wrong, contradicts: 'unit' }]
}

const nameDocument = (document: ReportedDocument, digest: string, part: number): ResultDocument => ({
  ...document,
  id: `${digest.slice(0, 32)}-${part}-${document.segment}`,
  digest,
  part,
})
