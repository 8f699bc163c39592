import { operation } from '../../../platform/contracts/operation.ts'
import { patientChanged } from '../events.ts'
import { contactChosen, validateContactChoice } from '../model/contact-choice.ts'
import { isReachedElsewhere } from '../model/is-reached-elsewhere.ts'
import type { Patient } from '../model/patient.ts'
import { writtenBy } from '../model/written-by.ts'
import { presentContactChoice } from '../presenters/present-contact-choice.ts'
import { requireNoFaults, versionConflict } from '../problems.ts'
import { actingFor } from '../store/acting-for.ts'
import { indexPatient, readPatient, replacePatient } from '../store/patients.ts'

/** It is kept in the patient's record, so that who reads a number or an address of it has read the choice too. */
export const putContactChoice = operation()('putContactChoice', {
  gather: async ({ path: { patientId }, body: { version, ...given } }, _, context) => {
    const { access, db, caller, now } = context
    requireNoFaults(validateContactChoice(given))
    const { as } = await actingFor(db, caller, patientId, 'record', now)
    const before = await readPatient(db, context, patientId)
    const changed = { ...before, contact: contactChosen(given) }
    if (isReachedElsewhere(changed, before)) access.requireStepUp()
    const after: Patient = { ...changed, ...writtenBy(changed, before, as), version: version + 1 }
    return { before, after, indexes: await indexPatient(db, context, after) }
  },
  decide: ({ body: { version } }, { before, after, indexes }) => {
    if (before.version !== version) throw versionConflict()
    return {
      writes: [replacePatient(after, before, indexes)],
      events: [patientChanged(after)],
      answer: { status: 200, body: presentContactChoice(after) },
    }
  },
})
