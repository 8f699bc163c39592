import { operation } from '../../../platform/contracts/operation.ts'
import { patientChanged } from '../events.ts'
import type { Patient } from '../model/patient.ts'
import { invalid, versionConflict } from '../problems.ts'
import { indexPatient, readPatient, replacePatient, requireNotReplaced } from '../store/patients.ts'

/** Moves nothing: readers follow the link. The other record is never a replaced one, so that links make no circle. */
export const linkPatient = operation()('linkPatient', {
  gather: async ({ path: { patientId }, body: { replacedBy, reason } }, _, context) => {
    const { db } = context
    const before = await readPatient(db, context, patientId)
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
    }
    const { replacedBy: _before, replacementReason: _reason, ...record } = before
    const link = replacedBy !== null && reason !== undefined && { replacedBy, replacementReason: reason }
    const after: Patient = { ...record, ...link, version: before.version + 1 }
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
