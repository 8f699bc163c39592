import { operation } from '../../../../platform/contracts/operation.ts'
import { pageOf, placeOf } from '../../../../platform/database/ids/page-of-ids.ts'
import type { BillingContext } from '../../ports.ts'
import { listHeldLines as readHeldLines } from '../store/held-lines.ts'
import { answerOfHeldLine } from '../presenters/answer-of-remittance.ts'

export const listHeldLines = operation<BillingContext>()('listHeldLines', {
  read: async ({ query }, _, { db }) => {
    const place = placeOf(query)
    const { items, nextCursor } = pageOf(await readHeldLines(db, query.reason, place), place)
    return { status: 200, body: { items: items.map(answerOfHeldLine), nextCursor } }
  },
})
