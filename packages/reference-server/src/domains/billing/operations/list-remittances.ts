import type { components } from '@visitkit/contract'
import { operation } from '../../../platform/http/operation.ts'
import { pageOf, placeOf } from '../../../platform/database/page-of-ids.ts'
import type { BillingContext } from '../ports.ts'
import { listPayers, type Payer } from '../store/payers.ts'
import {
  linesOfRemittance,
  listRemittances as readRemittances,
  readRemittance,
  type KeptRemittance,
} from '../store/remittances.ts'
import { answerOfPayer } from './answer-of-coverage.ts'

export const listRemittances = operation<BillingContext>()('listRemittances', {
  read: async ({ query }, _, { db }) => {
    const place = placeOf(query)
    const [fetched, payers] = await Promise.all([readRemittances(db, query.status, place), listPayers(db)])
    const { items, nextCursor } = pageOf(fetched, place)
    return { status: 200, body: { items: items.map((each) => answerOf(each, payers)), nextCursor } }
  },
})

export const getRemittance = operation<BillingContext>()('getRemittance', {
  read: async ({ path }, _, { db }) => {
    const kept = await readRemittance(db, path.remittanceId)
    const [lines, payers] = await Promise.all([linesOfRemittance(db, kept.id), listPayers(db)])
    return {
      status: 200,
      body: {
        ...answerOf(kept, payers),
        lines: lines.map((line) => ({
          ...(line.claimId !== null && { claimId: line.claimId }),
          ...(line.patientId !== null && { patientId: line.patientId }),
          claimNumber: line.claimNumber,
          kind: line.kind,
          chargeCents: line.chargeCents,
          paidCents: line.paidCents,
          patientCents: line.patientCents,
          posted: line.heldBecause === null,
        })),
      },
    }
  },
})

const answerOf = (kept: KeptRemittance, payers: readonly Payer[]): components['schemas']['Remittance'] => ({
  id: kept.id,
  payer: payerOf(kept, payers),
  traceNumber: kept.paymentNumber,
  paidOn: kept.paidOn,
  amountCents: kept.amountCents,
  postedCents: kept.postedCents,
  adjustmentCents: kept.adjustmentCents,
  claims: kept.claims,
  unmatched: kept.unmatched,
  status: kept.status,
  receivedAt: kept.receivedAt.toISOString(),
})

/** A payment names its payer by a tax number; whoever it is here is told by the name. A payer we do not deal with is shown as it calls itself. */
const payerOf = (
  { payerName, payerIdentifier }: KeptRemittance,
  payers: readonly Payer[],
): components['schemas']['Payer'] => {
  const known = payers.find(
    ({ name, payerId }) => name.toUpperCase() === payerName.toUpperCase() || payerId === payerIdentifier,
  )
  return known
    ? answerOfPayer(known)
    : { id: 'unknown', name: payerName, kind: 'commercial', payerId: payerIdentifier, timelyFilingDays: 0 }
}
