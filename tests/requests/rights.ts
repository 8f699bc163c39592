import { accessiblePatient, type Requests } from './prepared-request.ts'

/** What patients ask about their own record. */
export const rightsRequests: Requests<'getRecordCopy'> = {
  getRecordCopy: async (hospital, person) => ({
    query: { patientId: await accessiblePatient(hospital, person) },
    names: 'patient',
  }),
}
