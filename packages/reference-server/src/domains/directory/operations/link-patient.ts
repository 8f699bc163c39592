import { operation } from '../../../platform/contracts/operation.ts'
import { patientChanged } from '../events.ts'
import type { Patient } from '../model/patient.ts'
import { invalid, versionConflict } from '../problems.ts'
import { indexPatient, readPatient, replacePatient, requireNotReplaced } from '../store/patients.ts'

/** Moves nothing: readers follow the link. The other record is never a replaced one, so that links make no circle. */
export const linkPatient = operation()('linkPatient', {
  gather: async ({ path: { patientId }, body: { replacedBy } }, _, context) => {
    const { db } = context
    const before = await readPatient(db, context, patientId)
    if (replacedBy !== null) {
      const other = await readPatient(db, context, replacedBy)
      if (other.id === before.id || other.replacedBy !== undefined)
        throw invalid({
          pointer: '/replacedBy',
          code: 'replaced',
          message: 'Must be another record of the same person that is not replaced itself.',
        })
    }
    const { replacedBy: _before, ...record } = before
    const after: Patient = { ...record, ...(replacedBy !== null && { replacedBy }), version: before.version + 1 }
    return { before, after, indexes: await indexPatient(db, context, after) }
  },
  decide: ({ body: { version, replacedBy } }, { before, after, indexes }) => {
    if (before.version !== version) throw versionConflict()
    return {
      writes: [
        ...(replacedBy === null ? [] : [requireNotReplaced(replacedBy)]),
        replacePatient(after, before, indexes),
      ],
      events: [patientChanged(after)],
      answer: { status: 200, body: after },
    }
  },
})
