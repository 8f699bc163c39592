import { operation } from '../../../platform/contracts/operation.ts'
import { queuePaused } from '../events.ts'
import type { VisitsContext } from '../ports.ts'
import { knownId } from '../../../platform/database/ids/known-id.ts'
import { waitingPatients } from '../store/live-visits.ts'
import { setPaused } from '../store/lines.ts'

export const pauseQueue = operation<VisitsContext>()('pauseQueue', {
  gather: async ({ path }, ports, reading) => {
    const practitioner = await ports.directory.practitioner(reading, knownId(path.practitionerId))
    reading.access.requireOwner([practitioner.id])
    return practitioner
  },
  keep: async ({ body: { paused } }, { id: practitionerId }, keeping) => {
    await setPaused(keeping.tx, keeping.caller, practitionerId, paused, keeping.now)
    await keeping.emit(queuePaused(practitionerId, await waitingPatients(keeping.tx, practitionerId), paused))
    return { status: 200, body: { practitionerId, paused } }
  },
})
