import type { components } from '@visitkit/contract'
import { setUpSampleBilling } from '../../packages/reference-server/src/domains/billing/tests/set-up-sample-billing.testing.ts'
import { body, type Hospital, type Person } from '../hospital/create-hospital.ts'
import { completeNoteBody } from './documentation.ts'
import { accessiblePatient } from './prepared-request.ts'
import { waitingVisit } from './visits.ts'

type Schemas = components['schemas']
type Claim = Schemas['Claim']

const setUp = new WeakMap<Hospital, Promise<void>>()
const billers = new WeakMap<Hospital, Promise<Person>>()

export const biller = (hospital: Hospital): Promise<Person> => {
  const known = billers.get(hospital) ?? hospital.person('biller')
  billers.set(hospital, known)
  return known
}

/** Sets up billing for the hospital: billing provider, payers and fees. */
export const ready = (hospital: Hospital): Promise<void> => {
  const known =
    setUp.get(hospital) ??
    hospital.server.transact(hospital.id, 'billing', (context) => setUpSampleBilling(context, '2026-11-25'))
  setUp.set(hospital, known)
  return known
}

const payerNamed = async (hospital: Hospital, name: string): Promise<Schemas['Payer']> => {
  await ready(hospital)
  const { items } = await body(hospital.desk.get('/v1/payers'))
  return items.find((payer: Schemas['Payer']) => payer.name === name)
}

export const coverageBody = async (hospital: Hospital): Promise<Schemas['AddCoverage']> => ({
  payerId: (await payerNamed(hospital, 'Lakeside Mutual Health')).id,
  memberNumber: 'MEM0000042',
  relationship: 'self',
  order: 1,
  from: '2026-01-01',
})

export const coverageOfSpouse = async (hospital: Hospital): Promise<Schemas['AddCoverage']> => ({
  ...(await coverageBody(hospital)),
  groupNumber: 'GROUP-1',
  relationship: 'spouse',
  subscriber: { name: { given: 'Robin', family: 'Sample' }, birthDate: '1982-03-04' },
})

export const insuredPatient = async (hospital: Hospital, patientId: string): Promise<Schemas['Coverage']> =>
  body(hospital.desk.post(`/v1/patients/${patientId}/coverages`, await coverageBody(hospital)))

/** A visit of this patient with a signed note, and its claim. */
const claimOfPatient = async (hospital: Hospital, patientId: string): Promise<Claim> => {
  await ready(hospital)
  await addAddress(hospital, patientId)
  const treating = await hospital.person('practitioner')
  const practitionerId = treating.practitionerId ?? ''
  const patient = { ...hospital.desk, patientIds: [patientId] }
  const { id: visitId } = await waitingVisit(hospital, patient, { practitionerId })
  await body(treating.post(`/v1/visits/${visitId}/admit`))
  await body(treating.post(`/v1/visits/${visitId}/end`, { outcome: 'completed' }))
  const note = await body(treating.post(`/v1/visits/${visitId}/note`))
  const services = [{ codeSystem: 'HCPCS', code: 'T1015', units: 1, diagnosisPointers: [1] }]
  const { version } = await body(treating.put(`/v1/notes/${note.id}`, { ...completeNoteBody(note), services }))
  await body(treating.post(`/v1/notes/${note.id}/sign`, { version }))
  return capturedClaim(hospital, visitId)
}

const addAddress = async (hospital: Hospital, patientId: string): Promise<void> => {
  const { version, address } = await body(hospital.desk.get(`/v1/patients/${patientId}`))
  if (address !== undefined) return
  const home = { line1: '1 Sample Street', city: 'Exampleville', state: 'OH', postalCode: '43004' }
  await body(hospital.desk.patch(`/v1/patients/${patientId}`, { version, sex: 'female', address: home }))
}

/** The server captures charges itself, shortly after the signature. */
const capturedClaim = async (hospital: Hospital, visitId: string): Promise<Claim> => {
  const desk = await biller(hospital)
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await desk.get(`/v1/visits/${visitId}/claim`)
    if (answer.status === 200) return answer.body
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('no claim was made of a signed note')
}

/** For a patient with insurance: the claim is ready. */
export const claimOf = async (hospital: Hospital, person: Person): Promise<Claim> => {
  const patientId = await accessiblePatient(hospital, person)
  const { items } = await body(hospital.desk.get(`/v1/patients/${patientId}/coverages`))
  if (items.length === 0) await insuredPatient(hospital, patientId)
  return claimOfPatient(hospital, patientId)
}

/** For a patient without insurance: the full amount is due. */
export const claimWithCharges = async (hospital: Hospital, person: Person): Promise<Claim> =>
  claimOfPatient(hospital, await accessiblePatient(hospital, person))

export const sentClaim = async (hospital: Hospital, person: Person): Promise<Claim> => {
  const ready = await claimOf(hospital, person)
  const desk = await biller(hospital)
  return body(desk.post(`/v1/claims/${ready.id}/submit`, { version: ready.version }))
}
