import { pageOf, placeOf } from '../../../platform/database/ids/page-of-ids.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import type { MessagingContext } from '../ports.ts'
import { describeWebhookDelivery, listWebhookDeliveries as list, readEndpoint } from '../store/webhooks.ts'

export const listWebhookDeliveries = operation<MessagingContext>()('listWebhookDeliveries', {
  read: async ({ path: { endpointId }, query }, _, { db }) => {
    const { id } = await readEndpoint(db, endpointId)
    const place = placeOf(query)
    const { items, nextCursor } = pageOf(await list(db, id, place), place)
    return { status: 200, body: { items: items.map(describeWebhookDelivery), nextCursor } }
  },
})
