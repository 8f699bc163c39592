import { operation } from '../../../platform/contracts/operation.ts'
import { patientChanged } from '../events.ts'
import { patientFaults } from '../model/faults.ts'
import type { Patient } from '../model/patient.ts'
import { refuseFaults, versionConflict } from '../problems.ts'
import { actingFor } from '../store/acting-for.ts'
import { readPatient, replacePatient } from '../store/patients.ts'

export const updatePatient = operation()('updatePatient', {
  keep: async ({ path, body: { version, ...changes } }, _, keeping) => {
    const { tx, caller, now, emit } = keeping
    refuseFaults(patientFaults(changes, now))
    await actingFor(tx, caller, path.patientId, 'record', now)
    const before = await readPatient(tx, keeping, path.patientId)
    const after: Patient = { ...before, ...changes, version: version + 1 }
    if (!(await replacePatient(tx, keeping, after))) throw versionConflict()
    await emit(patientChanged(after))
    return { status: 200, body: after }
  },
})
