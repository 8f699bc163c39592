import { operation } from '../../../platform/contracts/operation.ts'
import { actingFor } from '../store/acting-for.ts'
import { readPatient } from '../store/patients.ts'

export const getPatient = operation()('getPatient', {
  read: async ({ path }, _, reading) => {
    await actingFor(reading.db, reading.caller, path.patientId, 'record', reading.now)
    return { status: 200, body: await readPatient(reading.db, reading, path.patientId) }
  },
})
