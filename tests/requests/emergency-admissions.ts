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
  listEmergencyAdmissions: async (hospital, person) => {
    const { patientId } = await waiting(hospital, person)
    return { query: { limit: 100 }, names: 'nothing', concerns: [patientId] }
  },
  reviewEmergencyAdmission: async (hospital, person) => {
    const { id, version } = await waiting(hospital, person)
    return {
      path: { emergencyAdmissionId: id },
      body: { outcome: 'not-appropriate', note: 'A colleague was there.', version },
      names: 'organization',
    }
  },
}

/** One that waits for this reviewer: for an administrator, one that no one else reviewed in time. */
const waiting = async (hospital: Hospital, { role }: Person) => {
  const practitioner = await hospital.onDuty()
  const { id: patientId } = await hospital.patient()
  const { id: appointmentId } = await bookAppointment(hospital, patientId, { when: 'soon' })
  const visit = await body(practitioner.post(`/v1/appointments/${appointmentId}/emergency-admission`, admission()))
  const [version, escalated] = role === 'administrator' ? [2, { escalated_at: new Date() }] : [1, {}]
  const [found] = await hospital.server.transact(hospital.id, 'visits', ({ tx }) =>
    tx
      .updateTable('visits.emergency_admissions')
      .set({ version, ...escalated })
      .where('visit_id', '=', visit.id)
      .returning('id')
      .execute(),
  )
  return { id: (found as { id: string }).id, patientId, version }
}
