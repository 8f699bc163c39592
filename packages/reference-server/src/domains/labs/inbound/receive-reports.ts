import type { Delivery } from '../../../vendors/laboratory/provider.ts'
import type { LaboratoryReport, ReportedDocument } from '../../../vendors/laboratory/report.ts'
import { compareWithLimit, type CriticalLimit } from '../model/critical-limits.ts'
import type { ReceivedReport, ResultDocument } from '../model/lab-result.ts'

/** The reports of a message, compared with the critical limits of the organization as they are now. Its files are named by the message. */
export const receiveReports = (
  { digest }: Pick<Delivery, 'digest'>,
  reports: readonly LaboratoryReport[],
  limits: readonly CriticalLimit[],
): ReceivedReport[] =>
  reports.map((report) => ({
    ...report,
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
