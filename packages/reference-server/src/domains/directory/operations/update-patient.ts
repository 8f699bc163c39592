import { operation } from '../../../platform/contracts/operation.ts'
import { patientChanged } from '../events.ts'
import { validatePatient } from '../model/validate-records.ts'
import { isReachedElsewhere } from '../model/is-reached-elsewhere.ts'
import type { Patient } from '../model/patient.ts'
import { writtenBy } from '../model/written-by.ts'
import { presentPatient } from '../presenters/present-patient.ts'
import { requireNoFaults, versionConflict } from '../problems.ts'
import { actingFor } from '../store/acting-for.ts'
import { indexPatient, readPatient, replacePatient } from '../store/patients.ts'

export const updatePatient = operation()('updatePatient', {
  gather: async ({ path, body: { version, ...changes } }, _, context) => {
    const { access, db, caller, now } = context
    requireNoFaults(validatePatient(changes, now))
    const { as } = await actingFor(db, caller, path.patientId, 'record', now)
    const before = await readPatient(db, context, path.patientId)
    const changed = { ...before, ...changes }
    if (isReachedElsewhere(changed, before)) access.requireStepUp()
    const after: Patient = { ...changed, ...writtenBy(changed, before, as), version: version + 1 }
    return { before, after, indexes: await indexPatient(db, context, after) }
  },
  decide: ({ body: { version } }, { before, after, indexes }, { caller }) => {
    if (before.version !== version) throw versionConflict()
    return {
      writes: [replacePatient(after, before, indexes)],
      events: [patientChanged(after)],
      answer: { status: 200, body: presentPatient(after, caller) },
    }
  },
})
