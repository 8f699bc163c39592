import type { FollowUpHospital } from '../../follow-up/tests/ward.testing.ts'
import { newId } from '../../../platform/database/ids/new-id.ts'
import { answered } from '../../../test-kit/answered.ts'
import { withVisitVerbs } from '../../visits/tests/hospital.testing.ts'

/** EBML, so that the server takes it for WebM. */
export const recordedCall = (family: string): Buffer =>
  Buffer.concat([Buffer.from([0x1a, 0x45, 0xdf, 0xa3]), Buffer.from(`picture and sound of ${family}`)])

/** Both come into the room of an admitted visit, agree, and the call is recorded in one piece. */
export const recordCall = async (
  ward: FollowUpHospital,
  { patientId, visitId, family }: { readonly patientId: string; readonly visitId: string; readonly family: string },
): Promise<void> => {
  const administrator = await ward.as('administrator')
  const { version, callRecording } = await answered(administrator.get('/v1/organization'), 200)
  if (!callRecording) await answered(administrator.patch('/v1/organization', { version, callRecording: true }), 200)
  const [doctor, patient] = [await ward.asDoctor(), await ward.asPatient(patientId)]
  const path = `/v1/visits/${visitId}`
  for (const client of [doctor, patient]) await answered(client.post(`${path}/seats`), 201)
  const { recordingRequest } = await answered(doctor.put(`${path}/recording-request`), 200)
  await withVisitVerbs(ward).grant({ role: 'patient', personId: patientId, patientIds: [patientId] }, 'recording')
  await answered(patient.post(`${path}/recording-answers`, { agrees: true }), 200)
  const stored = await doctor.fetch(
    `${path}/recordings/${newId()}/pieces/0?seatsVersion=${recordingRequest.seatsVersion}`,
    {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Uint8Array(recordedCall(family)),
    },
  )
  if (stored.status !== 200) throw new Error(`${stored.status} ${await stored.text()}`)
}
