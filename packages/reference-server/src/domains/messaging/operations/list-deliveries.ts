import { everyNotice, noticeReadBy, type Notice } from '../model/notice-read-by.ts'
import { knownId } from '../../../platform/database/ids/known-id.ts'
import { pageOf, placeOf } from '../../../platform/database/ids/page-of-ids.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { describeDelivery } from '../model/delivery.ts'
import { seesEveryThread } from '../model/thread.ts'
import type { MessagingContext } from '../ports.ts'
import { listDeliveries as list } from '../store/deliveries.ts'

export const listDeliveries = operation<MessagingContext>()('listDeliveries', {
  read: async ({ path: { patientId }, query }, _, reading, { directory, reads }) => {
    await directory.actingFor(reading, knownId(patientId), 'schedule')
    // Throws for a patient who is not there, also elsewhere.
    await directory.patient(reading, patientId)
    const { mayRead } = await reads.forCaller(reading.caller)
    const subject = { patientIds: [patientId], practitionerIds: [] }
    const notices: Notice[] = []
    for (const notice of everyNotice) if (await mayRead(noticeReadBy(notice), subject)) notices.push(notice)
    const { caller, access } = reading
    const handledBy =
      access.reach === 'own' || seesEveryThread(caller)
        ? {}
        : { handledBy: { memberId: caller.personId, roles: caller.roles } }
    const place = placeOf(query)
    const { items, nextCursor } = pageOf(await list(reading.db, patientId, { notices, ...handledBy }, place), place)
    return { status: 200, body: { patientId, items: items.map(describeDelivery), nextCursor } }
  },
})
