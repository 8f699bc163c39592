import { operation } from '../../../platform/contracts/operation.ts'
import { patientChanged } from '../events.ts'
import type { Patient } from '../model/patient.ts'
import { presentPatient } from '../presenters/present-patient.ts'
import { invalid, versionConflict } from '../problems.ts'
import { indexPatient, readPatient, replacePatient, requireNotReplaced } from '../store/patients.ts'

/**
 * Moves nothing but what the patient asked about calls and letters, if the other record says nothing of it: staff call the person by the
 * other record from now on. Readers follow the link. The other record is never a replaced one, so that links make no circle.
 */
export const linkPatient = operation()('linkPatient', {
  gather: async ({ path: { patientId }, body: { replacedBy, reason } }, _, context) => {
    const { db } = context
    const before = await readPatient(db, context, patientId)
    let chosen = null
    if (replacedBy !== null) {
      if (reason === undefined)
        throw invalid({ pointer: '/reason', code: 'required', message: 'Must say why there are two records.' })
      const other = await readPatient(db, context, replacedBy)
      if (other.id === before.id || other.replacedBy !== undefined)
        throw invalid({
          pointer: '/replacedBy',
          code: 'replaced',
          message: 'Must be another record of the same person that is not replaced itself.',
        })
      if (before.contact !== undefined && other.contact === undefined) {
        const callPhone = before.writtenBy?.callPhone
        const writers = callPhone === undefined ? {} : { writtenBy: { ...other.writtenBy, callPhone } }
        const changed: Patient = { ...other, contact: before.contact, ...writers, version: other.version + 1 }
        chosen = { before: other, after: changed, indexes: await indexPatient(db, context, changed) }
      }
    }
    const { replacedBy: _before, replacementReason: _reason, ...record } = before
    const link = replacedBy !== null && reason !== undefined && { replacedBy, replacementReason: reason }
    const after: Patient = { ...record, ...link, version: before.version + 1 }
    return { before, after, indexes: await indexPatient(db, context, after), chosen }
  },
  decide: ({ body: { version, replacedBy } }, { before, after, indexes, chosen }, { caller }) => {
    if (before.version !== version) throw versionConflict()
    return {
      writes: [
        ...(replacedBy === null ? [] : [requireNotReplaced(replacedBy)]),
        replacePatient(after, before, indexes),
        ...(chosen === null ? [] : [replacePatient(chosen.after, chosen.before, chosen.indexes)]),
      ],
      events: [patientChanged(after), ...(chosen === null ? [] : [patientChanged(chosen.after)])],
      answer: { status: 200, body: presentPatient(after, caller) },
    }
  },
})
