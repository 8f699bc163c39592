import type { components } from '@visitkit/contract'
import { sql } from 'kysely'
import { body, type Hospital, type Person } from '../hospital/create-hospital.ts'
import { accessiblePatient, type Requests } from './prepared-request.ts'

type Schemas = components['schemas']

/** An access to the patient's record that no one asked about yet. */
const accessTo = async (hospital: Hospital, patientId: string): Promise<string> => {
  await body(hospital.desk.get(`/v1/patients/${patientId}`))
  const officer = await hospital.person('privacy-officer')
  const { items }: { items: Schemas['Access'][] } = await body(officer.get(`/v1/patients/${patientId}/accesses`))
  const [access] = items
  if (access === undefined) throw new Error('No one opened the record.')
  return access.id
}

const ask = async (hospital: Hospital, patientId: string): Promise<Schemas['AccessQuestion']> => {
  const patient = await hospital.signIn({
    role: 'patient',
    personId: patientId,
    patientIds: [patientId],
    practitionerId: null,
  })
  const accessId = await accessTo(hospital, patientId)
  return body(patient.post(`/v1/patients/${patientId}/access-questions`, { accessId, reason: 'unknown-person' }))
}

/**
 * From here on the organization has no privacy officer, so that its administrators answer. Their sessions stay: what follows for other tests
 * is only that officers before this one answer no more.
 */
const withoutOfficers = ({ server, id }: Hospital): Promise<unknown> =>
  server.transact(id, 'directory', ({ tx }) =>
    sql`update directory.members set roles = array_replace(roles, 'privacy-officer', 'auditor')
      where organization_id = ${id}::uuid`.execute(tx),
  )

/** A question that this person may read and, with the permission, answer. */
const asked = async (hospital: Hospital, person: Person): Promise<Schemas['AccessQuestion']> => {
  const question = await ask(hospital, await accessiblePatient(hospital, person))
  if (person.role === 'administrator') await withoutOfficers(hospital)
  return question
}

/** Questions of patients about who opened their record. */
export const accessQuestionRequests: Requests<
  'askAboutAccess' | 'listAccessQuestions' | 'assignAccessQuestion' | 'answerAccessQuestion'
> = {
  askAboutAccess: async (hospital, person) => {
    const patientId = await accessiblePatient(hospital, person)
    return {
      path: { patientId },
      body: { accessId: await accessTo(hospital, patientId), reason: 'known-person', text: 'My neighbor works here.' },
      names: 'patient',
    }
  },
  listAccessQuestions: async (hospital, person) => {
    const { patientId } = await asked(hospital, person)
    // A filter for staff: for a patient of another organization the list is empty.
    const isFilter = person.patientIds.length === 0
    return {
      query: { patientId },
      names: 'patient',
      concerns: [patientId],
      ...(isFilter ? { strangersGet: { status: 200 } } : {}),
    }
  },
  assignAccessQuestion: async (hospital, person) => {
    const { id: questionId, version } = await asked(hospital, person)
    return { path: { questionId }, body: { version }, names: 'patient' }
  },
  answerAccessQuestion: async (hospital, person) => {
    const { id: questionId, version } = await asked(hospital, person)
    return {
      path: { questionId },
      body: { outcome: 'appropriate', answer: 'The front desk checked your address for your visit.', version },
      names: 'patient',
    }
  },
}
