import { operation } from '../../../platform/contracts/operation.ts'
import { patientChanged } from '../events.ts'
import { validatePatient } from '../model/validate-records.ts'
import type { Patient } from '../model/patient.ts'
import { requireNoFaults, versionConflict } from '../problems.ts'
import { actingFor } from '../store/acting-for.ts'
import { readPatient, replacePatient } from '../store/patients.ts'

export const updatePatient = operation()('updatePatient', {
  keep: async ({ path, body: { version, ...changes } }, _, context) => {
    const { tx, caller, now, emit } = context
    requireNoFaults(validatePatient(changes, now))
    await actingFor(tx, caller, path.patientId, 'record', now)
    const before = await readPatient(tx, context, path.patientId)
    const after: Patient = { ...before, ...changes, version: version + 1 }
    if (!(await replacePatient(tx, context, after))) throw versionConflict()
    await emit(patientChanged(after))
    return { status: 200, body: after }
  },
})
