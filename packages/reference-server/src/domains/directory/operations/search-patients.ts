import { operation } from '../../../platform/contracts/operation.ts'
import { summarizePatient } from '../model/patient.ts'
import { invalid } from '../problems.ts'
import { placeOf } from '../../../platform/database/ids/page-of-ids.ts'
import { findPatients } from '../store/patients.ts'

export const searchPatients = operation()('searchPatients', {
  read: async ({ query, body }, _, reading) => {
    // An empty text would match every patient without that property, which nobody means.
    if (
      ![body.family, body.birthDate, body.recordNumber].some(
        (criterion) => criterion !== undefined && criterion.trim() !== '',
      )
    ) {
      throw invalid({
        pointer: '',
        code: 'criterion_missing',
        message: 'Give a family name, a birth date or a record number, in full.',
      })
    }
    const { patients, nextCursor } = await findPatients(reading.db, reading, body, placeOf(query))
    return {
      status: 200,
      body: { items: patients.map((patient) => summarizePatient(patient, reading.now)), nextCursor },
    }
  },
})
