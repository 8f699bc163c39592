import type { components } from '@visitkit/contract'
import { operation } from '../../../../platform/contracts/operation.ts'
import { pageOf, readPageQuery } from '../../../../platform/database/ids/page-cursor.ts'
import type { BillingContext } from '../../ports.ts'
import { listEntriesByVisit, readAccount, type Entry } from '../store/accounts.ts'
import { listPayments } from '../store/payments.ts'
import { listVisitAccounts, type VisitAccount, type VisitAccountDetails } from '../store/visit-accounts.ts'
import { listAwaitedPayers } from '../store/awaited-payers.ts'
import { listRefusedVisits } from '../store/refused-visits.ts'
import { sumOf } from '../model/visit-sums.ts'
import { withoutWithheld } from '../store/withheld-sums.ts'
import { presentPayment } from '../presenters/present-payment.ts'

type Schemas = components['schemas']

const paymentsShown = 20

export const getStatement = operation<BillingContext>()('getStatement', {
  gather: async ({ path }, { directory }, context) => {
    await directory.actingFor(context, path.patientId, 'record')
    await directory.patientZone(context, path.patientId)
  },
  read: async ({ path: { patientId }, query }, _, context) => {
    const { db, access } = context
    const page = readPageQuery(query)
    const [account, fetched, payments, refused, awaited] = await Promise.all([
      readAccount(db, patientId),
      listVisitAccounts(db, context, patientId, page),
      listPayments(db, patientId, { before: query.paymentsBefore ?? null, take: paymentsShown + 1 }),
      listRefusedVisits(db, patientId),
      listAwaitedPayers(db, patientId),
    ])
    const shown = payments.slice(0, paymentsShown)
    const lastShown = shown.at(-1)
    const { items, nextCursor } = pageOf(fetched, page)
    const { patientCents, insuranceCents } = await withoutWithheld(db, patientId, account, access.withheld)
    const entries = await listEntriesByVisit(
      db,
      items.map(({ visitId }) => visitId),
    )
    return {
      status: 200,
      body: {
        patientId,
        currency: 'USD' as const,
        balanceCents: patientCents,
        pendingCents: insuranceCents,
        refusedCents: sumOf(refused, access.withheld),
        visits: items.map((visit) => visitOf(visit, entries, refused.has(visit.visitId), awaited.get(visit.visitId))),
        nextCursor,
        payments: shown.map((payment) => presentPayment(payment)),
        ...(lastShown && payments.length > shown.length && { paymentsBefore: lastShown.id }),
      },
    }
  },
})

const visitOf = (
  visit: VisitAccount & VisitAccountDetails,
  entries: readonly Entry[],
  isRefused: boolean,
  waitsFor: string | undefined,
): Schemas['StatementVisit'] => ({
  visitId: visit.visitId,
  visitAt: visit.visitAt.toISOString(),
  visitTypeName: visit.visitTypeName,
  practitionerName: visit.practitionerName,
  chargeCents: visit.chargeCents,
  insurancePaidCents: visit.insurancePaidCents,
  discountCents: visit.discountCents,
  writtenOffCents: visit.writtenOffCents,
  patientPaidCents: visit.patientPaidCents,
  dueCents: visit.patientCents,
  state:
    visit.patientCents > 0
      ? 'due'
      : visit.insuranceCents <= 0
        ? 'settled'
        : isRefused
          ? 'insurance-refused'
          : 'waiting-for-insurance',
  ...(waitsFor !== undefined && { waitsFor }),
  ...(visit.restricted && { restricted: true as const }),
  lines: entries.flatMap((entry) => (entry.visitId === visit.visitId ? lineOf(entry) : [])),
})

const kinds = {
  charge: 'charge',
  'payer-payment': 'insurance-paid',
  adjustment: 'insurance-discount',
  'write-off': 'written-off',
  'patient-payment': 'patient-payment',
  refund: 'refund',
  transfer: 'correction',
} as const satisfies Record<Entry['kind'], Schemas['StatementLine']['kind']>

/** A transfer is not a line of its own: it changes who owes an amount, not the amount. */
const lineOf = ({ id, at, kind, insuranceCents, patientCents }: Entry): Schemas['StatementLine'][] => {
  const amountCents = insuranceCents + patientCents
  if (amountCents === 0) return []
  const isCorrection = kind === 'charge' && amountCents < 0
  return [{ id, at: at.toISOString(), kind: isCorrection ? 'correction' : kinds[kind], amountCents }]
}
