import { operation } from '../../../../platform/contracts/operation.ts'
import { pageOf, placeOf } from '../../../../platform/database/ids/page-of-ids.ts'
import type { BillingContext } from '../../ports.ts'
import { listClaims as readClaims } from '../store/claims.ts'
import { listPayers } from '../../kernel/store/payers.ts'
import { answerOfSummary } from '../presenters/answer-of-claim.ts'

export const listClaims = operation<BillingContext>()('listClaims', {
  read: async ({ query }, _, reading, { directory }) => {
    const place = placeOf(query)
    const [fetched, payers] = await Promise.all([
      readClaims(reading.db, query, place.after, place.take),
      listPayers(reading.db),
    ])
    const { items, nextCursor } = pageOf(fetched, place)
    const patients = await directory.patientSummaries(reading, [...new Set(items.map(({ patientId }) => patientId))])
    return {
      status: 200,
      body: {
        items: items.flatMap((claim) => {
          const payer = payers.find(({ id }) => id === claim.payerId)
          return payer ? [answerOfSummary(claim, payer, patients.get(claim.patientId))] : []
        }),
        nextCursor,
      },
    }
  },
})
