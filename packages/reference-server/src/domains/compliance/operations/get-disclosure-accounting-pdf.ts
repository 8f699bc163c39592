import { operation } from '../../../platform/contracts/operation.ts'
import { printPdf } from '../../../platform/heavy/print-pdf.ts'
import type { CompliancePorts } from '../ports.ts'
import { accountingDocument } from '../presenters/accounting-document.ts'
import { makeAccounting, requireAccounting } from '../workflows/make-accounting.ts'

/** The same as the accounting that is read, with its heading. */
export const getDisclosureAccountingPdf = operation<CompliancePorts>()('getDisclosureAccountingPdf', {
  gather: async ({ query }, ports, context) => {
    const asked = await requireAccounting(context, ports, query.patientId, query)
    const [patients, reachable, organization] = await Promise.all([
      ports.directory.patientSummaries(context, [query.patientId]),
      ports.directory.reachable(context, [query.patientId]),
      ports.directory.organization(context),
    ])
    return { asked, patient: patients.get(query.patientId), reach: reachable.get(query.patientId), organization }
  },
  read: async ({ query }, { asked, patient, reach, organization }, context, { heavyWork }) => {
    const accounting = await makeAccounting(context, query.patientId, asked, query)
    const reader = {
      name: reach?.displayName ?? '',
      letters: reach?.letters ?? { rule: 'none' as const },
      language: query.language ?? patient?.language ?? 'en',
    }
    const document = accountingDocument(accounting, reader, organization, {
      now: context.now,
      everything: query.everything === true,
    })
    return {
      status: 200,
      headers: { 'content-disposition': 'attachment; filename="disclosures.pdf"' },
      body: await printPdf(heavyWork, context, document),
    }
  },
})
