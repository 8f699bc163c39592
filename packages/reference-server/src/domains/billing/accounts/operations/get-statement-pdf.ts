import { addresseeOf } from '../../../../platform/documents/addressee-of.ts'
import { fullName } from '../../../../platform/names/person-name.ts'
import { printPdf } from '../../../../platform/heavy/print-pdf.ts'
import { operation } from '../../../../platform/contracts/operation.ts'
import { pageOf, readPageQuery } from '../../../../platform/database/ids/page-cursor.ts'
import type { BillingContext } from '../../ports.ts'
import { statementDocument } from '../model/statement-document.ts'
import { statementWords } from '../model/statement-words.ts'
import { sumOf } from '../model/visit-sums.ts'
import { withoutWithheld } from '../store/withheld-sums.ts'
import { readAccount } from '../store/accounts.ts'
import { listAwaitedPayers } from '../store/awaited-payers.ts'
import { listRefusedVisits } from '../store/refused-visits.ts'
import { listVisitAccounts } from '../store/visit-accounts.ts'

/** The latest visits. Older ones are on the page. */
const visitsPrinted = 50

export const getStatementPdf = operation<BillingContext>()('getStatementPdf', {
  gather: async ({ path: { accountId: patientId } }, { directory }, context) => {
    await directory.actingFor(context, patientId, 'record')
    const {
      db,
      access: { withheld },
    } = context
    const page = readPageQuery({ limit: visitsPrinted })
    const [patient, organization, whole, fetched, refused, awaited] = await Promise.all([
      directory.patient(context, patientId),
      directory.organization(context),
      readAccount(db, patientId),
      listVisitAccounts(db, context, patientId, page),
      listRefusedVisits(db, patientId),
      listAwaitedPayers(db, patientId),
    ])
    const { items, nextCursor } = pageOf(fetched, page)
    const visits = items.filter(({ visitId }) => !withheld.has(visitId))
    const account = await withoutWithheld(db, patientId, whole, withheld)
    const refusedCents = sumOf(refused, withheld)
    const waitsFor = [...new Set([...awaited].flatMap(([visitId, payer]) => (withheld.has(visitId) ? [] : [payer])))]
    return { patient, organization, account, visits, hasOlder: nextCursor !== null, refusedCents, waitsFor }
  },
  read: async (
    { path: { accountId: patientId } },
    { patient, organization, account, visits, hasOlder, refusedCents, waitsFor },
    context,
    { heavyWork },
  ) => {
    const { language, words } = statementWords(patient.language)
    return {
      status: 200,
      // The file name contains no personal data, because it stays in lists of downloads.
      headers: { 'content-disposition': 'attachment; filename="bill.pdf"' },
      body: await printPdf(heavyWork, context, {
        language,
        title: words.title,
        organization: { name: organization.brand.name, accentColor: organization.brand.accentColor },
        createdAt: context.now,
        reference: patientId,
        pageLabel: words.pageLabel,
        addressee: addresseeOf(fullName(patient.name), patient.letters),
        blocks: statementDocument({
          ...{ patient, visits, hasOlder, refusedCents, zone: organization.zone, phone: organization.contact.phone },
          balanceCents: account.patientCents,
          waitsFor,
          waitingCents: account.insuranceCents - refusedCents,
          now: context.now,
        }),
      }),
    }
  },
})
