import { operation } from '../../../../platform/contracts/operation.ts'
import { pageOf, readPageQuery } from '../../../../platform/database/ids/page-cursor.ts'
import type { BillingContext } from '../../ports.ts'
import { listClaims as readClaims } from '../store/claims.ts'
import { listPayers } from '../../kernel/store/payers.ts'
import { presentClaimSummary } from '../presenters/present-claim.ts'

export const listClaims = operation<BillingContext>()('listClaims', {
  read: async ({ query }, _, context, { directory }) => {
    const page = readPageQuery(query)
    const [fetched, payers] = await Promise.all([
      readClaims(context.db, query, page.after, page.take),
      listPayers(context.db),
    ])
    const { items, nextCursor } = pageOf(fetched, page)
    const patients = await directory.patientSummaries(context, [...new Set(items.map(({ patientId }) => patientId))])
    return {
      status: 200,
      body: {
        items: items.flatMap((claim) => {
          const payer = payers.find(({ id }) => id === claim.payerId)
          return payer ? [presentClaimSummary(claim, payer, patients.get(claim.patientId))] : []
        }),
        nextCursor,
      },
    }
  },
})
