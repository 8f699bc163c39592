import { operation } from '../../../platform/contracts/operation.ts'
import { practitionerChanged } from '../events.ts'
import { validatePractitioner } from '../model/validate-records.ts'
import type { Practitioner } from '../model/practitioner.ts'
import type { DirectoryPorts } from '../ports.ts'
import { requireNoFaults, versionConflict } from '../problems.ts'
import { readPractitioner, replacePractitioner } from '../store/practitioners.ts'

/** Who is booked with the practitioner is known downstream, which flags what the change strands. */
export const updatePractitioner = operation<DirectoryPorts>()('updatePractitioner', {
  gather: async ({ path, body: { version, affected, ...changes } }, { requireStrandedSeen }, context) => {
    requireNoFaults(validatePractitioner(changes))
    const before = await readPractitioner(context.db, path.practitionerId)
    const after: Practitioner = { ...before, ...changes, version: version + 1 }
    if (before.version === version) await requireStrandedSeen(context, after, affected)
    return { before, after }
  },
  decide: ({ body: { version } }, { before, after }) => {
    if (before.version !== version) throw versionConflict()
    return {
      writes: [replacePractitioner(after, before)],
      events: [practitionerChanged(after)],
      answer: { status: 200, body: after },
    }
  },
})
