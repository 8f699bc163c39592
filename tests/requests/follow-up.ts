import type { components } from '@visitkit/contract'
import { raiseAlert, type Alert } from '../../packages/reference-server/src/domains/follow-up/model/alert.ts'
import {
  draftSummary,
  publishSummary,
  type Summary,
} from '../../packages/reference-server/src/domains/follow-up/model/summary.ts'
import { insertAlert } from '../../packages/reference-server/src/domains/follow-up/store/alerts.ts'
import { writeSummary } from '../../packages/reference-server/src/domains/follow-up/store/summaries.ts'
import { insertSurveyOnce } from '../../packages/reference-server/src/domains/follow-up/store/surveys.ts'
import { newId } from '../../packages/reference-server/src/platform/database/ids/new-id.ts'
import { keepForOrganization } from '../../packages/reference-server/src/platform/system/keep-for-organization.ts'
import { body, type Hospital, type Person } from '../hospital/create-hospital.ts'
import { accessiblePatient, type Requests } from './prepared-request.ts'
import { bookAppointment } from './scheduling.ts'
import { admittedVisit } from './visits.ts'

type Schemas = components['schemas']

/** What happens after the visit. */
export const followUpRequests: Requests<
  | 'listAlerts'
  | 'acknowledgeAlert'
  | 'reportAlertShown'
  | 'listAppointmentAlerts'
  | 'listTasks'
  | 'addTask'
  | 'changeTask'
  | 'getCarePlan'
  | 'putCarePlan'
  | 'getVisitSummary'
  | 'listVisitSummaries'
  | 'getVisitSummaryPdf'
  | 'proposeNextVisit'
  | 'sendReferral'
  | 'listReferrals'
  | 'stepReferral'
  | 'getSurvey'
  | 'answerSurvey'
  | 'listOutcomes'
> = {
  listAlerts: async (hospital, person) => {
    const { patientId } = await alert(hospital, person)
    // A filter: for a patient of another organization the list is empty.
    return { query: { patientId }, names: 'nothing', concerns: [patientId] }
  },
  acknowledgeAlert: async (hospital, person) => ({
    path: { alertId: (await alert(hospital, person)).id },
    names: 'patient',
  }),
  reportAlertShown: async (hospital, person) => ({
    path: { alertId: (await alert(hospital, person)).id },
    names: 'patient',
  }),
  listAppointmentAlerts: async (hospital, person) => ({
    path: { appointmentId: (await alert(hospital, person)).appointmentId },
    names: 'patient',
  }),
  listTasks: async (hospital, person) => {
    const { patientId } = await task(hospital, person)
    // A filter: for a patient of another organization the list is empty.
    return { query: { patientId }, names: 'nothing', concerns: [patientId] }
  },
  addTask: async (hospital, person) => ({
    path: { patientId: await accessiblePatient(hospital, person) },
    body: { title: 'Ask how the cough is (sample)', priority: 'routine', assigneeRole: 'nurse' },
    names: 'patient',
  }),
  changeTask: async (hospital, person) => {
    const { id: taskId, version } = await task(hospital, person)
    return { path: { taskId }, body: { status: 'done', version }, names: 'patient' }
  },
  getCarePlan: async (hospital, person) => ({
    path: { patientId: await accessiblePatient(hospital, person) },
    names: 'patient',
  }),
  putCarePlan: async (hospital, person) => ({
    path: { patientId: await accessiblePatient(hospital, person) },
    body: {
      goals: [{ id: 'walk', text: 'Walk without pain (sample)', status: 'active' }],
      activities: [{ id: 'stretch', text: 'Stretch every morning (sample)', by: 'patient', status: 'planned' }],
      version: 0,
    },
    names: 'patient',
  }),
  getVisitSummary: async (hospital, person) => ({
    path: { visitId: (await publishedSummary(hospital, person)).visitId },
    names: 'patient',
  }),
  listVisitSummaries: async (hospital, person) => ({
    path: { patientId: (await publishedSummary(hospital, person)).patientId },
    names: 'patient',
  }),
  getVisitSummaryPdf: async (hospital, person) => {
    const { visitId, patientId } = await publishedSummary(hospital, person)
    return { path: { visitId }, names: 'patient', concerns: [patientId] }
  },
  proposeNextVisit: async (hospital, person) => ({
    path: { visitId: (await admittedVisit(hospital, person)).id },
    body: { visitTypeId: hospital.visitTypeId, earliest: '2026-12-10', latest: '2026-12-20' },
    names: 'patient',
  }),
  sendReferral: async (hospital, person) => ({
    path: { patientId: await accessiblePatient(hospital, person) },
    body: referralBody,
    names: 'patient',
  }),
  listReferrals: async (hospital, { patientIds: [known] }) => {
    const { patientId } = await referral(hospital, known)
    return { query: { patientId }, names: 'nothing', concerns: [patientId] }
  },
  stepReferral: async (hospital) => {
    const { id: referralId, version } = await referral(hospital)
    return {
      path: { referralId },
      body: { status: 'accepted', report: 'They can come next week (sample).', version },
      names: 'patient',
    }
  },
  getSurvey: async (hospital, person) => ({
    path: { visitId: (await publishedSummary(hospital, person)).visitId },
    names: 'patient',
  }),
  answerSurvey: async (hospital, person) => ({
    path: { visitId: (await publishedSummary(hospital, person)).visitId },
    body: { rating: 9, couldHearAndSee: true, comment: 'Clear and kind (sample).' },
    names: 'patient',
  }),
  listOutcomes: async (hospital, person) => ({
    path: { patientId: await accessiblePatient(hospital, person) },
    query: { questionnaire: 'phq-9' },
    names: 'patient',
  }),
}

const referralBody = {
  specialty: 'cardiology',
  to: 'Lakeside Heart Center (sample)',
  question: 'Is the murmur innocent? (sample)',
  priority: 'routine',
} as const

/** A task for everyone in this person's role. */
/** An open alert of an appointment, as after an emergency answer. */
const alert = async (hospital: Hospital, { patientIds: [known] }: Pick<Person, 'patientIds'>): Promise<Alert> => {
  const patientId = await hospital.treat(known ?? (await hospital.patient()).id)
  const appointment = await bookAppointment(hospital, patientId)
  const { composed, clock } = hospital.server
  const id = newId()
  const raised = {
    id,
    patientId,
    appointmentId: appointment.id,
    practitionerId: appointment.practitioner.id,
    codeIndex: Buffer.from(id),
    code: 'chest-pain' as const,
  }
  const task = { priority: 'urgent', dueMinutes: 10, assignTo: 'practitioner' } as const
  const made = raiseAlert(raised, [], { alert: { escalateMinutes: 5, task } }, 'en', clock.now())
  const keep = keepForOrganization(composed.platform.unitOfWork, 'follow_up')
  await keep(hospital.id, clock.now(), () => ({ writes: [insertAlert(made)], answer: undefined }))
  return made
}

const task = async (
  hospital: Hospital,
  { role, patientIds: [known] }: Pick<Person, 'role' | 'patientIds'>,
): Promise<Schemas['CareTask'] & { readonly patientId: string }> => {
  const patientId = await hospital.treat(known ?? (await hospital.patient()).id)
  const given = { title: 'Call back (sample)', priority: 'routine', assigneeRole: role }
  return { ...(await body(hospital.desk.post(`/v1/patients/${patientId}/tasks`, given))), patientId }
}

const referral = async (hospital: Hospital, known?: string): Promise<Schemas['Referral']> => {
  const id = await hospital.treat(known ?? (await hospital.patient()).id)
  return body(hospital.desk.post(`/v1/patients/${id}/referrals`, referralBody))
}

/** A visit with a published summary and an open survey, as after the signature of its note. */
const publishedSummary = async (hospital: Hospital, person: Person): Promise<Summary> => {
  const visit = await admittedVisit(hospital, person)
  const { id: visitId, patientId } = visit
  const { composed, clock } = hospital.server
  const now = clock.now()
  const practitionerId = visit.practitioner.id
  const draft = draftSummary({
    visitId,
    patientId,
    practitionerId,
    audience: 'patient',
    visitAt: now,
    visitTypeName: visit.visitTypeName,
  })
  const content = {
    noteVersion: 1,
    instructions: [{ heading: [{ language: 'en', text: 'What to do' }], text: 'Rest and drink (sample).' }],
    diagnoses: [{ code: 'J06.9', display: 'Cold (sample)' }],
    corrections: [],
  }
  const next = {
    visitTypeId: newId(),
    practitionerId,
    earliest: '2026-12-10',
    latest: '2026-12-20',
    appointmentId: null,
  }
  const summary = publishSummary(draft, content, next, now) ?? draft
  const closesAt = new Date(now.getTime() + 86_400_000)
  const survey = { visitId, patientId, practitionerId, closesAt, answeredAt: null, answer: null }
  const keep = keepForOrganization(composed.platform.unitOfWork, 'follow_up')
  await keep(hospital.id, now, () => ({ writes: [writeSummary(summary, null)], answer: undefined }))
  await keep(hospital.id, now, () => ({ writes: [insertSurveyOnce(survey)], answer: undefined }))
  return summary
}
