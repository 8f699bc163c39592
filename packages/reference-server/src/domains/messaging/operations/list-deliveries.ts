import { everyNotice, noticeReadBy, type Notice } from '../model/notice-read-by.ts'
import { personUuidOf, requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { pageOf, readPageQuery } from '../../../platform/database/ids/page-cursor.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { presentDelivery } from '../model/delivery.ts'
import { seesEveryThread } from '../model/thread.ts'
import type { MessagingContext } from '../ports.ts'
import { listDeliveries as list } from '../store/deliveries.ts'

export const listDeliveries = operation<MessagingContext>()('listDeliveries', {
  read: async ({ path: { patientId }, query }, _, context, { directory, reads }) => {
    await directory.actingFor(context, requireUuid(patientId), 'schedule')
    // Throws if there is no such patient in this organization.
    await directory.patient(context, patientId)
    const { mayRead } = await reads.forCaller(context.caller)
    const subject = { patientIds: [patientId], practitionerIds: [], ids: [] }
    const notices: Notice[] = []
    for (const notice of everyNotice) if (await mayRead(noticeReadBy(notice), subject)) notices.push(notice)
    const { caller, access } = context
    const handledBy =
      access.reach === 'own' || seesEveryThread(caller)
        ? {}
        : { handledBy: { memberId: personUuidOf(caller), roles: caller.roles } }
    const page = readPageQuery(query)
    const { items, nextCursor } = pageOf(await list(context.db, patientId, { notices, ...handledBy }, page), page)
    return { status: 200, body: { patientId, items: items.map(presentDelivery), nextCursor } }
  },
})
