import { addresseeOf } from '../../../../platform/documents/addressee-of.ts'
import { fullName } from '../../../../platform/names/person-name.ts'
import { printPdf } from '../../../../platform/heavy/print-pdf.ts'
import { operation } from '../../../../platform/contracts/operation.ts'
import { estimateDocument } from '../model/estimate-document.ts'
import { estimateWords } from '../model/estimate-words.ts'
import type { BillingContext } from '../../ports.ts'
import { notIssued } from '../../problems.ts'
import { readEstimate } from '../store/estimates.ts'
import { readSettings } from '../../kernel/store/settings.ts'

export const getEstimatePdf = operation<BillingContext>()('getEstimatePdf', {
  gather: async ({ path }, { directory, pack, policy }, context) => {
    const estimate = await readEstimate(context.db, context, path.estimateId)
    await directory.actingFor(context, estimate.patientId, 'record')
    if (estimate.issuedAt === null) throw notIssued()
    const [patient, practitioner, organization, settings] = await Promise.all([
      directory.patient(context, estimate.patientId),
      directory.practitioner(context, estimate.practitionerId),
      directory.organization(context),
      readSettings(context.db),
    ])
    return { estimate, patient, practitioner, organization, settings, pack, policy }
  },
  read: async (
    _,
    { estimate, patient, practitioner, organization, settings, pack, policy },
    context,
    { heavyWork },
  ) => ({
    status: 200,
    // The file name contains no personal data, because it stays in lists of downloads.
    headers: { 'content-disposition': 'attachment; filename="good-faith-estimate.pdf"' },
    body: await printPdf(heavyWork, context, {
      language: estimateWords(patient.language).language,
      title: estimateWords(patient.language).words.title,
      organization: { name: organization.brand.name, accentColor: organization.brand.accentColor },
      createdAt: estimate.issuedAt ?? new Date(0),
      reference: estimate.id,
      pageLabel: estimateWords(patient.language).words.pageLabel,
      addressee: addresseeOf(fullName(patient.name), patient.letters),
      blocks: estimateDocument({
        estimate,
        patient,
        practitioner,
        settings,
        pack,
        policy: policy.estimate,
        zone: organization.zone,
        phone: organization.contact.phone,
      }),
    }),
  }),
})
