import { knownId } from '../../../platform/database/ids/known-id.ts'
import { pageOf, placeOf } from '../../../platform/database/ids/page-of-ids.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { describeDelivery } from '../model/delivery.ts'
import type { MessagingContext } from '../ports.ts'
import { listDeliveries as list } from '../store/deliveries.ts'

export const listDeliveries = operation<MessagingContext>()('listDeliveries', {
  read: async ({ path: { patientId }, query }, _, reading, { directory }) => {
    await directory.actingFor(reading, knownId(patientId), 'schedule')
    // Throws for a patient who is not there, also elsewhere.
    await directory.patient(reading, patientId)
    const place = placeOf(query)
    const { items, nextCursor } = pageOf(await list(reading.db, patientId, place), place)
    return { status: 200, body: { patientId, items: items.map(describeDelivery), nextCursor } }
  },
})
