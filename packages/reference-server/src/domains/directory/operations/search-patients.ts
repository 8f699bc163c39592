import { operation } from '../../../platform/contracts/operation.ts'
import { isSearchableStart } from '../model/name-tokens.ts'
import { presentPatientSummary } from '../model/patient.ts'
import { invalid } from '../problems.ts'
import { readPageQuery } from '../../../platform/database/ids/page-cursor.ts'
import { findPatients } from '../store/patients.ts'

export const searchPatients = operation()('searchPatients', {
  read: async ({ query, body }, _, context) => {
    // An empty value would match every patient without that property, which is never intended.
    if (
      ![body.family, body.given, body.birthDate, body.recordNumber, body.phone].some(
        (criterion) => criterion !== undefined && criterion.trim() !== '',
      )
    ) {
      throw invalid({
        pointer: '',
        code: 'criterion_missing',
        message: 'Give a name, a birth date, a record number or a telephone number, in full.',
      })
    }
    for (const part of ['family', 'given'] as const) {
      const start = body.match === 'start' ? body[part] : undefined
      if (start !== undefined && !isSearchableStart(start))
        throw invalid({ pointer: `/${part}`, code: 'too_short', message: 'Give at least three letters of the name.' })
    }
    const { patients, nextCursor } = await findPatients(context.db, context, body, readPageQuery(query))
    return {
      status: 200,
      body: { items: patients.map((patient) => presentPatientSummary(patient, context.now)), nextCursor },
    }
  },
})
