import { operation } from '../../../platform/contracts/operation.ts'
import type { MessagingContext } from '../ports.ts'
import { presentThread } from '../presenters/present-thread.ts'
import { loadThread } from '../workflows/gather-thread.ts'
import { gatherVisitThread } from '../workflows/gather-visit-thread.ts'

export const getVisitThread = operation<MessagingContext>()('getVisitThread', {
  read: async ({ path: { visitId }, query }, _, context, ports) => {
    const { visit, thread } = await gatherVisitThread(ports, context, visitId)
    const { patientId } = visit
    if (thread === null) return { status: 200, body: { visitId, patientId } }
    const loaded = await loadThread(ports, context, thread, query)
    return { status: 200, body: { visitId, patientId, thread: presentThread(loaded, context.caller) } }
  },
})
