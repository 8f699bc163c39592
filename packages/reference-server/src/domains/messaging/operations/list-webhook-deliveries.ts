import { pageOf, readPageQuery } from '../../../platform/database/ids/page-cursor.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import type { MessagingContext } from '../ports.ts'
import { presentWebhookDelivery, listWebhookDeliveries as list, readEndpoint } from '../store/webhooks.ts'

export const listWebhookDeliveries = operation<MessagingContext>()('listWebhookDeliveries', {
  read: async ({ path: { endpointId }, query }, _, { db }) => {
    const { id } = await readEndpoint(db, endpointId)
    const page = readPageQuery(query)
    const { items, nextCursor } = pageOf(await list(db, id, page), page)
    return { status: 200, body: { items: items.map(presentWebhookDelivery), nextCursor } }
  },
})
