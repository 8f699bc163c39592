import type { components } from '@visitkit/contract'
import { storeCase } from '../../packages/reference-server/src/domains/compliance/tests/stored-case.testing.ts'
import { body, type Hospital, type Person } from '../hospital/create-hospital.ts'
import type { Requests } from './prepared-request.ts'

type Schemas = components['schemas']

/** A case that this person may handle: for an administrator one that is overdue. */
const waiting = ({ server, id }: Hospital, { role }: Person, accessIds?: readonly string[]) => {
  const now = server.clock.now()
  return storeCase(server.composed.platform, id, now, {
    ...(role === 'administrator' && { escalatedAt: now }),
    ...(accessIds && { accessIds }),
  })
}

/** An access of the front desk to a patient's record. */
const accessed = async (hospital: Hospital): Promise<{ readonly patientId: string; readonly accessId: string }> => {
  const { id: patientId } = await hospital.patient()
  await body(hospital.desk.get(`/v1/patients/${patientId}`))
  const officer = await hospital.person('privacy-officer')
  const { items }: { items: Schemas['Access'][] } = await body(officer.get(`/v1/patients/${patientId}/accesses`))
  const [access] = items
  if (access === undefined) throw new Error('No one opened the record.')
  return { patientId, accessId: access.id }
}

const reason = 'The patient lives with her and asked for it.'

/** Until the end of the next day, by any clock. */
const tomorrow = ({ server }: Hospital): string =>
  new Date(server.clock.now().getTime() + 86_400_000).toISOString().slice(0, 10)

const suppressed = async (hospital: Hospital, person: Person): Promise<Schemas['AccessSuppression']> => {
  const { id } = await waiting(hospital, person)
  const given = { code: 'unexplained', until: tomorrow(hospital), reason }
  return body(person.post(`/v1/access-cases/${id}/suppressions`, given))
}

const known = async (hospital: Hospital, person: Person): Promise<Schemas['MonitorFact']> => {
  const { id: patientId } = await hospital.patient()
  return body(person.post('/v1/monitor-facts', { patientId, kind: 'confidential' }))
}

/** Cases of the access monitor, and what it knows. */
export const accessCaseRequests: Requests<
  | 'listAccessCases'
  | 'getAccessCase'
  | 'assignAccessCase'
  | 'closeAccessCase'
  | 'suppressAccessReason'
  | 'listAccessSuppressions'
  | 'endAccessSuppression'
  | 'listMonitorFacts'
  | 'addMonitorFact'
  | 'removeMonitorFact'
  | 'measureAccessCases'
> = {
  listAccessCases: async (hospital, person) => {
    await waiting(hospital, person)
    return { names: 'nothing' }
  },
  getAccessCase: async (hospital, person) => {
    const { patientId, accessId } = await accessed(hospital)
    const { id: caseId } = await waiting(hospital, person, [accessId])
    return { path: { caseId }, names: 'organization', concerns: [patientId] }
  },
  assignAccessCase: async (hospital, person) => {
    const { id: caseId, version } = await waiting(hospital, person)
    return { path: { caseId }, body: { version }, names: 'organization' }
  },
  closeAccessCase: async (hospital, person) => {
    const { id: caseId, version } = await waiting(hospital, person)
    return {
      path: { caseId },
      body: { disposition: 'explained', note: 'She answered a call of the patient.', version },
      names: 'organization',
    }
  },
  suppressAccessReason: async (hospital, person) => {
    const { id: caseId } = await waiting(hospital, person)
    return {
      path: { caseId },
      body: { code: 'confidential', until: tomorrow(hospital), reason },
      names: 'organization',
    }
  },
  listAccessSuppressions: async (hospital, person) => {
    await suppressed(hospital, person)
    return { names: 'nothing' }
  },
  endAccessSuppression: async (hospital, person) => {
    const { id: suppressionId, version } = await suppressed(hospital, person)
    return { path: { suppressionId }, body: { version }, names: 'organization' }
  },
  listMonitorFacts: async (hospital, person) => {
    const { patientId } = await known(hospital, person)
    return { query: { limit: 100 }, names: 'nothing', concerns: [patientId] }
  },
  addMonitorFact: async (hospital) => ({
    body: { patientId: (await hospital.patient()).id, kind: 'confidential' },
    names: 'patient',
  }),
  removeMonitorFact: async (hospital, person) => {
    const { id: factId, patientId } = await known(hospital, person)
    return { path: { factId }, names: 'organization', concerns: [patientId] }
  },
  measureAccessCases: () => ({ names: 'nothing' }),
}
