import type { Delivery } from '../../../vendors/laboratory/provider.ts'
import type { LaboratoryReport, ReportedDocument } from '../../../vendors/laboratory/report.ts'
import { compareWithLimit, type CriticalLimit } from '../model/critical-limits.ts'
import type { LabCatalog } from '../model/lab-catalog.ts'
import type { ReceivedReport, ResultDocument } from '../model/lab-result.ts'

/**
 * The reports of a message, compared with the critical limits of the organization as they are now. Its files are named by the message. A test
 * that is named by a code of the laboratory alone has the LOINC that the laboratory's catalog gives it: a member of a panel is known by its
 * LOINC, at any depth.
 */
export const receiveReports = (
  { digest, laboratoryId }: Pick<Delivery, 'digest' | 'laboratoryId'>,
  reports: readonly LaboratoryReport[],
  limits: readonly CriticalLimit[],
  catalog: Pick<LabCatalog, 'find'>,
): ReceivedReport[] =>
  reports.map((report) => ({
    ...report,
    test: { ...report.test, loinc: report.test.loinc || (catalog.find(laboratoryId, report.test.code)?.loinc ?? '') },
    observations: report.observations.map(({ document, ...observation }) => {
      const limit = compareWithLimit(observation, limits)
      const named = document && nameDocument(document, Buffer.from(digest).toString('hex'), report.part ?? 0)
      return { ...observation, ...(limit && { limit }), ...(named && { document: named }) }
    }),
  }))

const nameDocument = (document: ReportedDocument, digest: string, part: number): ResultDocument => ({
  ...document,
  id: `${digest.slice(0, 32)}-${part}-${document.segment}`,
  digest,
  part,
})
