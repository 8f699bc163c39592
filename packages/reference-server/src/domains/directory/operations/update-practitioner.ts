import { operation } from '../../../platform/contracts/operation.ts'
import { practitionerChanged } from '../events.ts'
import { validatePractitioner } from '../model/validate-records.ts'
import type { Practitioner } from '../model/practitioner.ts'
import { requireNoFaults, versionConflict } from '../problems.ts'
import { readPractitioner, replacePractitioner } from '../store/practitioners.ts'

export const updatePractitioner = operation()('updatePractitioner', {
  gather: async ({ path, body }, _, { db }) => {
    requireNoFaults(validatePractitioner(body))
    return readPractitioner(db, path.practitionerId)
  },
  decide: ({ body: { version, ...changes } }, before) => {
    if (before.version !== version) throw versionConflict()
    const after: Practitioner = { ...before, ...changes, version: version + 1 }
    return {
      writes: [replacePractitioner(after, before)],
      events: [practitionerChanged(after)],
      answer: { status: 200, body: after },
    }
  },
})
