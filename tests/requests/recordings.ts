import { newId } from '../../packages/reference-server/src/platform/database/ids/new-id.ts'
import { body, type Hospital, type Person } from '../hospital/create-hospital.ts'
import type { Requests } from './prepared-request.ts'
import { admittedVisit, takeSeat } from './visits.ts'

/** The request to record a call, its answers, and the recordings. */
export const recordingRequests: Requests<
  | 'askToRecord'
  | 'answerRecording'
  | 'answerRecordingAsGuest'
  | 'addRecordingPiece'
  | 'listRecordings'
  | 'getRecordingContent'
> = {
  askToRecord: async (hospital, person) => {
    await permitRecording(hospital)
    const { id: visitId } = await admittedVisit(hospital, person)
    await takeSeat(person, visitId)
    return { path: { visitId }, names: 'patient' }
  },
  answerRecording: async (hospital, person) => {
    const { id: visitId } = await admittedVisit(hospital, person)
    await takeSeat(person, visitId)
    return { path: { visitId }, body: { agrees: false }, names: 'patient' }
  },
  // The session names the visit, and the request names nothing.
  answerRecordingAsGuest: async (_hospital, person) => {
    await body(person.post('/v1/guest-visit/seats'))
    return { body: { agrees: false }, names: 'nothing' }
  },
  addRecordingPiece: async (hospital, person) => {
    const { id: visitId } = await admittedVisit(hospital, person)
    const seatsVersion = await beginRecording(hospital, person, visitId)
    return {
      path: { visitId, recordingId: newId(), number: 0 },
      query: { seatsVersion },
      body: emptyWebm,
      names: 'patient',
    }
  },
  listRecordings: async (hospital, person) => {
    const { visitId } = await recordedVisit(hospital, person)
    return { path: { visitId }, names: 'patient' }
  },
  getRecordingContent: async (hospital, person) => {
    const { patientId, ...path } = await recordedVisit(hospital, person)
    return { path, names: 'patient', concerns: [patientId] }
  },
}

/** The header of a WebM file, and nothing in it. */
const emptyWebm = Uint8Array.of(0x1a, 0x45, 0xdf, 0xa3, 0x80)

const permitRecording = async ({ administrator }: Hospital): Promise<void> => {
  const { version, callRecording } = await body(administrator.get('/v1/organization'))
  if (!callRecording) await body(administrator.patch('/v1/organization', { version, callRecording: true }))
}

/** A clinician asks to record. Alone in the room, they record. */
export const beginRecording = async (hospital: Hospital, clinician: Person, visitId: string): Promise<number> => {
  await permitRecording(hospital)
  await takeSeat(clinician, visitId)
  return (await body(clinician.put(`/v1/visits/${visitId}/recording-request`))).recordingRequest.seatsVersion
}

const recordedVisit = async (hospital: Hospital, person: Person) => {
  const { id: visitId, patientId } = await admittedVisit(hospital, person)
  const clinician = await hospital.onDuty()
  const seatsVersion = await beginRecording(hospital, clinician, visitId)
  const recordingId = newId()
  const added = await addFirstPiece(clinician, visitId, seatsVersion, recordingId)
  if (!added.ok) throw new Error(await added.text())
  return { visitId, recordingId, patientId }
}

/** Sends the first piece of a recording. */
export const addFirstPiece = (
  clinician: Person,
  visitId: string,
  seatsVersion: number,
  recordingId = newId(),
): Promise<Response> =>
  clinician.fetch(`/v1/visits/${visitId}/recordings/${recordingId}/pieces/0?seatsVersion=${seatsVersion}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream' },
    body: emptyWebm,
  })
