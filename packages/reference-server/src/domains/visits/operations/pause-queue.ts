import { operation } from '../../../platform/contracts/operation.ts'
import { queuePaused } from '../events.ts'
import type { VisitsContext } from '../ports.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { listWaitingPatients } from '../store/live-visits.ts'
import { setPaused } from '../store/queues.ts'

export const pauseQueue = operation<VisitsContext>()('pauseQueue', {
  gather: async ({ path }, ports, context) => {
    const practitioner = await ports.directory.practitioner(context, requireUuid(path.practitionerId))
    context.access.requireOwner([practitioner.id])
    return practitioner
  },
  keep: async ({ body: { paused } }, { id: practitionerId }, context) => {
    await setPaused(context.tx, context.caller, practitionerId, paused, context.now)
    await context.emit(queuePaused(practitionerId, await listWaitingPatients(context.tx, practitionerId), paused))
    return { status: 200, body: { practitionerId, paused } }
  },
})
