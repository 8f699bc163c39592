import { operation } from '../../../platform/contracts/operation.ts'
import { practitionerChanged } from '../events.ts'
import { validatePractitioner } from '../model/validate-records.ts'
import type { Practitioner } from '../model/practitioner.ts'
import { requireNoFaults, versionConflict } from '../problems.ts'
import { readPractitioner, replacePractitioner } from '../store/practitioners.ts'

export const updatePractitioner = operation()('updatePractitioner', {
  keep: async ({ path, body: { version, ...changes } }, _, { tx, emit }) => {
    requireNoFaults(validatePractitioner(changes))
    const before = await readPractitioner(tx, path.practitionerId)
    const after: Practitioner = { ...before, ...changes, version: version + 1 }
    if (!(await replacePractitioner(tx, after))) throw versionConflict()
    await emit(practitionerChanged(after))
    return { status: 200, body: after }
  },
})
