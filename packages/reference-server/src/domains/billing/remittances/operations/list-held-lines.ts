import { operation } from '../../../../platform/contracts/operation.ts'
import { pageOf, readPageQuery } from '../../../../platform/database/ids/page-cursor.ts'
import type { BillingContext } from '../../ports.ts'
import { listHeldLines as readHeldLines } from '../store/held-lines.ts'
import { presentHeldLine } from '../presenters/present-remittance.ts'

export const listHeldLines = operation<BillingContext>()('listHeldLines', {
  read: async ({ query }, _, { db }) => {
    const page = readPageQuery(query)
    const { items, nextCursor } = pageOf(await readHeldLines(db, query.reason, page), page)
    return { status: 200, body: { items: items.map(presentHeldLine), nextCursor } }
  },
})
