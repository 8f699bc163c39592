import { operation } from '../../../platform/contracts/operation.ts'
import { queuePaused } from '../events.ts'
import { patientsInQueue } from '../model/waiting-patient.ts'
import type { VisitsContext } from '../ports.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { listWaitingPatients } from '../store/live-visits.ts'
import { setPaused } from '../store/queues.ts'

export const pauseQueue = operation<VisitsContext>()('pauseQueue', {
  gather: async ({ path }, ports, context) => {
    const { id } = await ports.directory.practitioner(context, requireUuid(path.practitionerId))
    context.access.requireOwner([id])
    return { practitionerId: id, waiting: await listWaitingPatients(context.db, [id]) }
  },
  decide: ({ body: { paused } }, { practitionerId, waiting }, { now }) => ({
    writes: [setPaused(practitionerId, paused, now)],
    events: [queuePaused(practitionerId, patientsInQueue(waiting, practitionerId), paused)],
    answer: { status: 200, body: { practitionerId, paused } },
  }),
})
