import type { components } from '@visitkit/contract'
import { body, type Hospital, type Person } from '../hospital/create-hospital.ts'
import type { Requests } from './prepared-request.ts'

type Schemas = components['schemas']

const held = async (hospital: Hospital, person: Person): Promise<Schemas['LegalHold']> => {
  const { id: patientId } = await hospital.patient()
  return body(person.post('/v1/legal-holds', { patientId, reason: 'litigation', text: 'A letter of a lawyer.' }))
}

/** How long records are kept, what holds them, and their erasure. */
export const retentionRequests: Requests<
  | 'getRetentionSchedule'
  | 'changeRetentionSchedule'
  | 'getRetentionSummary'
  | 'listDueRecords'
  | 'approveErasure'
  | 'listErasures'
  | 'listLegalHolds'
  | 'placeLegalHold'
  | 'releaseLegalHold'
> = {
  getRetentionSchedule: () => ({ names: 'nothing' }),
  changeRetentionSchedule: async (_, person) => {
    const { version }: Schemas['RetentionSchedule'] = await body(person.get('/v1/retention-schedule'))
    return { body: { medical: 10, financial: 10, accesses: 6, version }, names: 'nothing' }
  },
  getRetentionSummary: () => ({ names: 'nothing' }),
  listDueRecords: () => ({ query: { limit: 1 }, names: 'nothing' }),
  approveErasure: async (hospital) => ({
    body: { patientId: (await hospital.patient()).id, basis: 'state-law' },
    names: 'patient',
  }),
  listErasures: () => ({ query: { limit: 1 }, names: 'nothing' }),
  listLegalHolds: async (hospital, person) => {
    await held(hospital, person)
    return { query: { limit: 1 }, names: 'nothing' }
  },
  placeLegalHold: async (hospital) => ({
    body: { patientId: (await hospital.patient()).id, reason: 'litigation', text: 'A letter of a lawyer.' },
    names: 'patient',
  }),
  releaseLegalHold: async (hospital, person) => {
    const { id: holdId, version } = await held(hospital, person)
    return { path: { holdId }, body: { reason: 'The case was closed.', version }, names: 'organization' }
  },
}
