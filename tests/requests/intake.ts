import type { components } from '@visitkit/contract'
import type { Hospital, Person } from '../hospital/create-hospital.ts'
import { accessiblePatient, type Requests } from './prepared-request.ts'
import { bookAppointment } from './scheduling.ts'

/** Questionnaires, answers, and who read them. */
export const intakeRequests: Requests<
  | 'listQuestionnaires'
  | 'getQuestionnaire'
  | 'listIntake'
  | 'saveIntake'
  | 'submitIntake'
  | 'listPatientAccesses'
  | 'getLedgerState'
  | 'listActorAccesses'
> = {
  listQuestionnaires: () => ({ names: 'nothing' }),
  getQuestionnaire: () => ({ path: { questionnaireCode }, names: 'nothing' }),
  listIntake: async (hospital, person) => ({
    path: { appointmentId: await appointmentWithQuestions(hospital, person) },
    names: 'patient',
  }),
  saveIntake: async (hospital, person) => ({
    path: { appointmentId: await appointmentWithQuestions(hospital, person), questionnaireCode },
    body: { answers, version: 0 },
    names: 'patient',
  }),
  submitIntake: async (hospital, person) => ({
    path: { appointmentId: await appointmentWithQuestions(hospital, person), questionnaireCode },
    body: { answers, version: 0 },
    names: 'patient',
  }),
  listPatientAccesses: async (hospital, person) => ({
    path: { patientId: await accessiblePatient(hospital, person) },
    query: { others: true },
    names: 'patient',
  }),
  getLedgerState: () => ({ names: 'nothing' }),
  listActorAccesses: async (hospital) => {
    const { id } = await hospital.patient()
    return { query: { actorId: hospital.desk.personId, limit: 1 }, names: 'nothing', concerns: [id] }
  },
}

const questionnaireCode = 'general-check'
const answers: components['schemas']['IntakeAnswer'][] = [
  { linkId: 'since', values: [{ code: 'days' }] },
  { linkId: 'complaint', values: [{ text: 'A cough' }] },
  { linkId: 'takes-medicines', values: [{ boolean: true }] },
  { linkId: 'medicine-list', values: [{ text: 'Cough drops' }] },
  { linkId: 'has-allergies', values: [{ boolean: false }] },
]

/** An appointment with a questionnaire. */
const appointmentWithQuestions = async (hospital: Hospital, person: Person): Promise<string> =>
  (
    await bookAppointment(hospital, await accessiblePatient(hospital, person), {
      visitTypeId: hospital.askingVisitTypeId,
    })
  ).id
