import { addresseeOf } from '../../../../platform/documents/addressee-of.ts'
import { fullName } from '../../../../platform/names/person-name.ts'
import { printPdf } from '../../../../platform/heavy/print-pdf.ts'
import { operation } from '../../../../platform/contracts/operation.ts'
import { superbill } from '../model/superbill.ts'
import type { BillingContext } from '../../ports.ts'
import { noteNotSigned } from '../../problems.ts'
import { readClaim } from '../store/claims.ts'
import { findLatestClaimByVisit } from '../store/related-claims.ts'
import { readSettings } from '../../kernel/store/settings.ts'
import { findVisitAccount } from '../../accounts/store/visit-accounts.ts'

export const getSuperbill = operation<BillingContext>()('getSuperbill', {
  gather: async ({ path }, { directory, visits }, context) => {
    const { patientId } = await visits.visit(context, path.visitId)
    await directory.actingFor(context, patientId, 'record')
    const known = await findLatestClaimByVisit(context.db, path.visitId)
    // Charges come from the signed note: without a claim there is no signed note.
    if (known === null) throw noteNotSigned()
    const [claim, patient, practitioner, organization, settings, account] = await Promise.all([
      readClaim(context.db, context, known.id),
      directory.patient(context, patientId),
      directory.practitioner(context, known.practitionerId),
      directory.organization(context),
      readSettings(context.db),
      findVisitAccount(context.db, path.visitId),
    ])
    return { claim, patient, practitioner, organization, settings, patientPaidCents: account?.patientPaidCents ?? 0 }
  },
  read: async (_, { organization, ...sources }, context, { heavyWork }) => ({
    status: 200,
    // The file name contains no personal data, because it stays in lists of downloads.
    headers: { 'content-disposition': 'attachment; filename="superbill.pdf"' },
    body: await printPdf(heavyWork, context, {
      language: 'en',
      title: 'Superbill',
      organization: { name: organization.brand.name, accentColor: organization.brand.accentColor },
      createdAt: sources.claim.changedAt,
      reference: sources.claim.number,
      pageLabel: 'Page {page} of {pages}',
      addressee: addresseeOf(fullName(sources.patient.name), sources.patient.letters),
      blocks: superbill(sources),
    }),
  }),
})
