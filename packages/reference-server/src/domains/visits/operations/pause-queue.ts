import { operation } from '../../../platform/http/operation.ts'
import { tellLine } from '../events.ts'
import type { VisitsContext } from '../ports.ts'
import { knownId } from '../../../platform/database/known-id.ts'
import { setPaused } from '../store/lines.ts'

export const pauseQueue = operation<VisitsContext>()('pauseQueue', {
  gather: async ({ path }, ports, reading) => {
    const practitioner = await ports.directory.practitioner(reading, knownId(path.practitionerId))
    reading.access.requireOwner([practitioner.id])
    return practitioner
  },
  keep: async ({ body: { paused } }, { id: practitionerId }, keeping) => {
    await setPaused(keeping.tx, keeping.caller, practitionerId, paused, keeping.now)
    await tellLine(keeping, practitionerId, { paused })
    return { status: 200, body: { practitionerId, paused } }
  },
})
