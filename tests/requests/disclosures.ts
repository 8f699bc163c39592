import type { components } from '@visitkit/contract'
import { body, type Hospital, type Person } from '../hospital/create-hospital.ts'
import { accessiblePatient, type Requests } from './prepared-request.ts'

type Disclosure = components['schemas']['Disclosure']

const facts = {
  on: '2026-11-01',
  purpose: 'law-enforcement',
  recipient: { name: 'Exampleville Police', address: '1 Sample Street' },
  what: 'When a visit took place.',
} as const

const requested = {
  receivedOn: '2026-11-01',
  proceeding: 'civil',
  basis: 'subpoena',
  requester: { name: 'A lawyer (sample)' },
  what: 'The whole record.',
} as const

const recorded = async (hospital: Hospital, person: Person): Promise<Disclosure> => {
  const { id: patientId } = await hospital.patient()
  return body(person.post('/v1/disclosures', { ...facts, patientId }))
}

/** Until a day that has not come, by any clock. */
const suspension = ({ server }: Hospital) => ({
  until: new Date(server.clock.now().getTime() + 7 * 86_400_000).toISOString().slice(0, 10),
  statement: 'oral' as const,
  official: 'Exampleville Police',
})

/** To whom information was sent. */
export const disclosureRequests: Requests<
  | 'getDisclosureAccounting'
  | 'getDisclosureAccountingPdf'
  | 'listDisclosures'
  | 'recordDisclosure'
  | 'correctDisclosure'
  | 'suspendDisclosure'
  | 'listRecordRequests'
  | 'decideRecordRequest'
> = {
  getDisclosureAccounting: async (hospital, person) => ({
    path: { patientId: await accessiblePatient(hospital, person) },
    names: 'patient',
  }),
  getDisclosureAccountingPdf: async (hospital, person) => {
    const patientId = await accessiblePatient(hospital, person)
    return { query: { patientId }, names: 'patient', concerns: [patientId] }
  },
  listDisclosures: async (hospital, person) => {
    const { patientId } = await recorded(hospital, person)
    return { query: { patientId }, names: 'patient', concerns: [patientId] }
  },
  recordDisclosure: async (hospital) => ({
    body: { ...facts, patientId: (await hospital.patient()).id, suspension: suspension(hospital) },
    names: 'patient',
  }),
  correctDisclosure: async (hospital, person) => {
    const { id: disclosureId, version } = await recorded(hospital, person)
    const reason = 'It was another day.'
    return { path: { disclosureId }, body: { ...facts, isInError: false, reason, version }, names: 'organization' }
  },
  listRecordRequests: async (hospital, person) => {
    const { id: patientId } = await hospital.patient()
    await body(person.post('/v1/record-requests', { ...requested, patientId }))
    return { query: { patientId }, names: 'patient', concerns: [patientId] }
  },
  decideRecordRequest: async (hospital) => ({
    body: { ...requested, patientId: (await hospital.patient()).id },
    names: 'patient',
  }),
  suspendDisclosure: async (hospital, person) => {
    const { id: disclosureId, version } = await recorded(hospital, person)
    return {
      path: { disclosureId },
      body: { ...suspension(hospital), version },
      names: 'organization',
    }
  },
}
