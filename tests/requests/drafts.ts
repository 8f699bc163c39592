import { newId } from '../../packages/reference-server/src/platform/database/ids/new-id.ts'
import { body, type Hospital, type Person } from '../hospital/create-hospital.ts'
import { accessiblePatient, type Requests } from './prepared-request.ts'

/** What people write and have not sent. */
export const draftRequests: Requests<'getOwnDraft' | 'putOwnDraft' | 'removeOwnDraft'> = {
  getOwnDraft: async (hospital, person) => {
    const { path, patientId } = await keptDraft(hospital, person)
    // No one else reads it: they find nothing at this place.
    return { path, names: 'nothing', concerns: [patientId] }
  },
  putOwnDraft: async (hospital, person) => ({
    path: { place: 'message', about: newId() },
    body: { patientId: await accessiblePatient(hospital, person), fields: [{ name: 'text', text: 'My knee' }] },
    names: 'patient',
  }),
  removeOwnDraft: async (hospital, person) => {
    const { path, patientId } = await keptDraft(hospital, person)
    return { path, names: 'nothing', concerns: [patientId] }
  },
}

const keptDraft = async (hospital: Hospital, person: Person) => {
  const patientId = await accessiblePatient(hospital, person)
  const path = { place: 'message' as const, about: newId() }
  const fields = [{ name: 'text', text: 'My knee' }]
  await body(person.put(`/v1/own-drafts/${path.place}/${path.about}`, { patientId, fields }))
  return { path, patientId }
}
