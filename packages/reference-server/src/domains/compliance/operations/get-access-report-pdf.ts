import { operation } from '../../../platform/contracts/operation.ts'
import { printPdf } from '../../../platform/heavy/print-pdf.ts'
import type { CompliancePorts } from '../ports.ts'
import { accessReportDocument } from '../presenters/access-report-document.ts'
import { readAccessReport } from '../workflows/read-access-report.ts'

/** A document with more rows is not read by anyone, and takes the thread for long. The command `audit export` writes all. */
const maxRows = 1000

/** The same rows as `listAccessReport`. Each patient in it is recorded as printed. */
export const getAccessReportPdf = operation<CompliancePorts>()('getAccessReportPdf', {
  gather: (_, { directory }, context) => directory.organization(context),
  read: async ({ query }, organization, context, ports) => {
    const report = await readAccessReport(query, { after: null, take: maxRows + 1 }, context, ports)
    for (const { patientId } of report.items) if (patientId !== null) context.access.touch(patientId)
    const document = accessReportDocument(report, query, organization, context.now)
    return {
      status: 200,
      headers: { 'content-disposition': 'attachment; filename="access-report.pdf"' },
      body: await printPdf(ports.heavyWork, context, document),
    }
  },
})
