import { newId } from '../../packages/reference-server/src/platform/database/ids/new-id.ts'
import { body, type Hospital } from '../hospital/create-hospital.ts'
import type { Requests } from './prepared-request.ts'

/** Policies, training, reviews of access, risks and incidents. */
export const obligationRequests: Requests<
  | 'listObligations'
  | 'createObligation'
  | 'updateObligation'
  | 'completeObligation'
  | 'listObligationCompletions'
  | 'listFindings'
  | 'listTrainingCourses'
  | 'createTrainingCourse'
  | 'updateTrainingCourse'
  | 'listTraining'
  | 'recordTraining'
  | 'listAccessReviews'
  | 'reviewAccess'
  | 'listRisks'
  | 'createRisk'
  | 'updateRisk'
  | 'listIncidents'
  | 'reportIncident'
  | 'assessIncident'
  | 'recordIncidentNotice'
  | 'listExposures'
  | 'listAccessReport'
  | 'getAccessReportPdf'
> = {
  listObligations: () => ({ names: 'nothing' }),
  createObligation: () => ({ body: { kind: 'policy-review', title: 'Sample policy' }, names: 'nothing' }),
  updateObligation: async (hospital) => ({
    path: { obligationId: await newObligation(hospital) },
    body: { title: 'Another policy', version: 1 },
    names: 'organization',
  }),
  completeObligation: async (hospital) => ({
    path: { obligationId: await newObligation(hospital) },
    body: { evidence: 'Minutes 12', version: 1 },
    names: 'organization',
  }),
  listObligationCompletions: async (hospital) => ({
    path: { obligationId: await newObligation(hospital) },
    names: 'organization',
  }),
  listFindings: () => ({ names: 'nothing' }),
  listTrainingCourses: () => ({ names: 'nothing' }),
  createTrainingCourse: () => ({ body: { title: 'Sample course', roles: ['nurse'] }, names: 'nothing' }),
  updateTrainingCourse: async (hospital) => ({
    path: { courseId: await newCourse(hospital) },
    body: { validDays: 180, version: 1 },
    names: 'organization',
  }),
  listTraining: () => ({ names: 'nothing' }),
  recordTraining: async (hospital) => ({
    path: { courseId: await newCourse(hospital) },
    body: { memberId: (await newMember(hospital)).id },
    names: 'organization',
  }),
  listAccessReviews: () => ({ names: 'nothing' }),
  reviewAccess: async (hospital) => {
    const { id, roles } = await newMember(hospital)
    return { path: { memberId: id }, body: { decision: 'confirmed', roles }, names: 'organization' }
  },
  listRisks: () => ({ names: 'nothing' }),
  createRisk: () => ({ body: sampleRisk, names: 'nothing' }),
  updateRisk: async ({ administrator }) => ({
    path: { riskId: (await body(administrator.post('/v1/risks', sampleRisk))).id },
    body: { likelihood: 1, version: 1 },
    names: 'organization',
  }),
  listIncidents: () => ({ names: 'nothing' }),
  reportIncident: () => ({ body: { description: 'A letter went to the wrong address.' }, names: 'nothing' }),
  assessIncident: async (hospital) => ({
    path: { incidentId: await newIncident(hospital) },
    body: assessment,
    names: 'organization',
  }),
  listExposures: async (hospital) => ({
    query: {
      actorId: (await newMember(hospital)).id,
      from: '2026-11-25T00:00:00Z',
      to: '2026-11-26T00:00:00Z',
    },
    names: 'nothing',
  }),
  listAccessReport: async (hospital) => ({ query: { actorId: (await newMember(hospital)).id }, names: 'nothing' }),
  getAccessReportPdf: async (hospital) => ({ query: { actorId: (await newMember(hospital)).id }, names: 'nothing' }),
  recordIncidentNotice: async (hospital, person) => {
    const incidentId = await newIncident(hospital)
    await body(person.put(`/v1/incidents/${incidentId}/assessment`, assessment))
    return {
      path: { incidentId },
      body: { recipient: 'individuals', version: 2 },
      names: 'organization',
    }
  },
}

const sampleRisk = {
  asset: 'Laptops',
  threat: 'A laptop is stolen.',
  likelihood: 3,
  impact: 4,
  treatment: 'mitigate' as const,
}

const assessment = {
  factors: { nature: 3, recipient: 2, acquired: 2, remaining: 2 },
  findings: 'The letter was opened.',
  patientsConcerned: 1,
  version: 1,
}

const newObligation = async ({ administrator }: Hospital): Promise<string> =>
  (await body(administrator.post('/v1/obligations', { kind: 'policy-review', title: 'Sample policy' }))).id

const newCourse = async ({ administrator }: Hospital): Promise<string> =>
  (await body(administrator.post('/v1/training-courses', { title: `Course ${newId()}`, roles: ['nurse'] }))).id

const newMember = ({ administrator }: Hospital) =>
  body(administrator.post('/v1/members', { displayName: 'Reviewed Sample', roles: ['nurse'] })) as Promise<{
    id: string
    roles: ['nurse']
  }>

const newIncident = async ({ administrator }: Hospital): Promise<string> =>
  (await body(administrator.post('/v1/incidents', { description: 'A letter went to the wrong address.' }))).id
