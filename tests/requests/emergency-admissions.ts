import { body, type Hospital, type Person } from '../hospital/create-hospital.ts'
import { accessiblePatient, type Requests } from './prepared-request.ts'
import { bookAppointment } from './scheduling.ts'
import { checkInBody } from './visits.ts'

const admission = () => ({
  reason: 'delay-would-endanger' as const,
  text: 'The patient cannot breathe well.',
  checkIn: checkInBody(),
})

/** Visits that begin in an emergency without the consent. */
export const emergencyAdmissionRequests: Requests<
  'admitInEmergency' | 'listEmergencyAdmissions' | 'reviewEmergencyAdmission'
> = {
  admitInEmergency: async (hospital, person) => ({
    path: {
      appointmentId: (await bookAppointment(hospital, await accessiblePatient(hospital, person), { when: 'soon' })).id,
    },
    body: admission(),
    names: 'patient',
  }),
  listEmergencyAdmissions: async (hospital) => {
    const { patientId } = await admitted(hospital)
    return { query: { limit: 100 }, names: 'nothing', concerns: [patientId] }
  },
  reviewEmergencyAdmission: async (hospital, person) => ({
    path: { emergencyAdmissionId: await waiting(hospital, person) },
    body: { outcome: 'not-appropriate', note: 'A colleague was there.', version: 1 },
    names: 'organization',
  }),
}

const admitted = async (hospital: Hospital): Promise<{ id: string; patientId: string }> => {
  const practitioner = await hospital.onDuty()
  const { id: patientId } = await hospital.patient()
  const { id } = await bookAppointment(hospital, patientId, { when: 'soon' })
  const visit = await body(practitioner.post(`/v1/appointments/${id}/emergency-admission`, admission()))
  return { id: visit.id, patientId }
}

const waiting = async (hospital: Hospital, reviewer: Person): Promise<string> => {
  const { id: visitId } = await admitted(hospital)
  const { items } = await body(reviewer.get('/v1/emergency-admissions?waiting=true&limit=100'))
  return items.find((each: { visitId: string }) => each.visitId === visitId).id
}
