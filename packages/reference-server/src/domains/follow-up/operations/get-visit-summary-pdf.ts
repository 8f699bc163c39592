import { printPdf } from '../../../platform/heavy/print-pdf.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { summaryDocument } from '../presenters/summary-document.ts'
import type { FollowUpContext } from '../ports.ts'
import { notPublished } from '../problems.ts'
import { presentSummary } from '../presenters/present-summary.ts'
import { gatherSummary } from '../workflows/gather-summary.ts'

/** In the patient's language and time zone. */
export const getVisitSummaryPdf = operation<FollowUpContext>()('getVisitSummaryPdf', {
  gather: async ({ path }, ports, context) => {
    const { summary, extras } = await gatherSummary(ports, context, path.visitId)
    if (summary.status === 'draft') throw notPublished()
    const [patients, reachable, organization] = await Promise.all([
      ports.directory.patientSummaries(context, [summary.patientId]),
      ports.directory.reachable(context, [summary.patientId]),
      ports.directory.organization(context),
    ])
    const [patient, reach] = [patients.get(summary.patientId), reachable.get(summary.patientId)]
    return { body: presentSummary(summary, extras), patient, reach, organization }
  },
  read: async (_, { body, patient, reach, organization }, context, { heavyWork }) => ({
    status: 200,
    headers: { 'content-disposition': 'attachment; filename="visit-summary.pdf"' },
    body: await printPdf(
      heavyWork,
      context,
      summaryDocument(
        body,
        {
          name: reach?.displayName ?? '',
          letters: reach?.letters ?? { rule: 'none' },
          language: patient?.language ?? 'en',
          zone: patient?.zone ?? organization.zone,
        },
        organization,
        // Of the text, not of the request: the same summary gives the same bytes.
        new Date(body.correctedAt ?? body.publishedAt ?? body.visitAt),
      ),
    ),
  }),
})
