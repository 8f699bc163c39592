import { operation } from '../../../../platform/contracts/operation.ts'
import { pageOf, placeOf } from '../../../../platform/database/ids/page-of-ids.ts'
import type { BillingContext } from '../../ports.ts'
import { listPayers } from '../../kernel/store/payers.ts'
import { listRemittances as readRemittances } from '../store/remittances.ts'
import { answerOfRemittance } from '../presenters/answer-of-remittance.ts'

export const listRemittances = operation<BillingContext>()('listRemittances', {
  read: async ({ query }, _, { db }) => {
    const place = placeOf(query)
    const [fetched, payers] = await Promise.all([readRemittances(db, query.status, place), listPayers(db)])
    const { items, nextCursor } = pageOf(fetched, place)
    return { status: 200, body: { items: items.map((each) => answerOfRemittance(each, payers)), nextCursor } }
  },
})
