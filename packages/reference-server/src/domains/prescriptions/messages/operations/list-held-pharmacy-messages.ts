import { pageOf, readPageQuery } from '../../../../platform/database/ids/page-cursor.ts'
import { operation } from '../../../../platform/contracts/operation.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { presentHeldMessage } from '../presenters/present-held-message.ts'
import { listHeldMessages } from '../store/held-messages.ts'

/** Messages of pharmacies that wait for a person. */
export const listHeldPharmacyMessages = operation<PrescriptionsContext>()('listHeldPharmacyMessages', {
  read: async ({ query }, _, context) => {
    const page = readPageQuery(query)
    const { items, nextCursor } = pageOf(await listHeldMessages(context.db, context, page), page)
    return { status: 200, body: { items: items.map(presentHeldMessage), nextCursor } }
  },
})
