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
    const [patients, organization] = await Promise.all([
      ports.directory.patientSummaries(context, [summary.patientId]),
      ports.directory.organization(context),
    ])
    return { body: presentSummary(summary, extras), patient: patients.get(summary.patientId), organization }
  },
  read: async (_, { body, patient, organization }, context, { heavyWork }) => ({
    status: 200,
    headers: { 'content-disposition': 'attachment; filename="visit-summary.pdf"' },
    body: await printPdf(
      heavyWork,
      context,
      summaryDocument(
        body,
        {
          name: patient?.displayName ?? '',
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
