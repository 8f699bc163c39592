import { operation } from '../../../../platform/contracts/operation.ts'
import { pageOf, readPageQuery } from '../../../../platform/database/ids/page-cursor.ts'
import type { BillingContext } from '../../ports.ts'
import { listPayers } from '../../kernel/store/payers.ts'
import { listRemittances as readRemittances } from '../store/remittances.ts'
import { presentRemittance } from '../presenters/present-remittance.ts'

export const listRemittances = operation<BillingContext>()('listRemittances', {
  read: async ({ query }, _, { db }) => {
    const page = readPageQuery(query)
    const [fetched, payers] = await Promise.all([readRemittances(db, query.status, page), listPayers(db)])
    const { items, nextCursor } = pageOf(fetched, page)
    return { status: 200, body: { items: items.map((each) => presentRemittance(each, payers)), nextCursor } }
  },
})
