import type { components } from '@visitkit/contract'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import type { HospitalTemplate } from '../../../test-kit/prepared-hospital.ts'
import { shortVisitType } from '../../../test-kit/create-clinic.ts'
import type { TestHospital } from '../../../test-kit/test-hospital.ts'
import { complete, withNoteVerbs } from '../../documentation/tests/documenting-hospital.testing.ts'
import { registerPatient } from '../../directory/index.ts'
import { checkInBody, sampleLicense, type Person } from '../../visits/tests/hospital.testing.ts'
import { setUpSampleBilling } from './set-up-sample-billing.testing.ts'

type Schemas = components['schemas']

/** A visit that has ended. Its note is complete and not signed. */
export interface HeldVisit {
  readonly patientId: string
  readonly visitId: string
  readonly practitioner: Person
  readonly noteId: string
  readonly noteVersion: number
}

export interface HeldVisits {
  readonly practitioner: Person
  /** Can be booked and checked in to at once. */
  readonly shortVisit: Schemas['VisitType']
  /** Their notes are not signed. */
  readonly unsigned: readonly HeldVisit[]
  /** Signed, of insured patients. Their claims are ready. */
  readonly insured: readonly HeldVisit[]
  /** Signed, of patients without insurance, who owe the charge. */
  readonly selfPay: readonly HeldVisit[]
}

export interface VisitOptions {
  readonly inMinutes?: number
  readonly location?: Partial<Schemas['CheckIn']['location']>
}

/** Enough for the tests of most files. A file that needs more signed visits signs the others. */
const prepared = { unsigned: 7, insured: 18, selfPay: 22 }
const npi = '1234567893'

export const addPatient = async (
  hospital: Pick<TestHospital, 'keep'>,
  given: Partial<Schemas['CreatePatient']> = {},
): Promise<string> => {
  const { id } = await hospital.keep('directory', (context) =>
    registerPatient(context, {
      name: { given: 'Pat', family: 'Sample' },
      birthDate: '1984-06-15',
      sex: 'female',
      state: 'OH',
      language: 'en',
      zone: 'America/New_York',
      address: { line1: '1 Sample Street', city: 'Exampleville', state: 'OH', postalCode: '43004' },
      ...given,
    }),
  )
  return id
}

export const addVisitType = async (
  hospital: Pick<TestHospital, 'as'>,
  given: Partial<Schemas['CreateVisitType']> = {},
): Promise<Schemas['VisitType']> => {
  const administrator = await hospital.as('administrator')
  return answered(administrator.post('/v1/visit-types', { ...shortVisitType, ...given }), 201)
}

/** Booked, consented to, checked in, held and written up, by way of the API. */
export const holdVisit = async (
  bare: TestHospital,
  shortVisit: Schemas['VisitType'],
  practitioner: Person,
  patientId: string,
  { inMinutes = 0, location = {} }: VisitOptions = {},
): Promise<HeldVisit> => {
  const hospital = withNoteVerbs(bare)
  const patient: Person = { role: 'patient', personId: patientId, patientIds: [patientId] }
  const appointment = await hospital.book(patient, practitioner, { visitType: shortVisit, inMinutes })
  await hospital.grant(patient)
  const asPatient = await hospital.signIn(patient)
  const body = checkInBody()
  const { id: visitId } = await answered(
    asPatient.post(`/v1/appointments/${appointment.id}/check-in`, {
      ...body,
      location: { ...body.location, ...location },
    }),
    201,
  )
  const client = await hospital.signIn(practitioner)
  await answered(client.post(`/v1/visits/${visitId}/admit`), 200)
  await hospital.end(practitioner, visitId)
  const draft = await answered(client.post(`/v1/visits/${visitId}/note`), 200)
  const { id: noteId, version: noteVersion } = await answered(
    client.put(
      `/v1/notes/${draft.id}`,
      complete(draft, {
        diagnoses: [{ code: 'J06.9' }],
        services: [{ codeSystem: 'HCPCS', code: 'T1015', units: 1, diagnosisPointers: [1] }],
      }),
    ),
    200,
  )
  return { patientId, visitId, practitioner, noteId, noteVersion }
}

export const signNote = async (
  hospital: Pick<TestHospital, 'as'>,
  { noteId, noteVersion, practitioner }: HeldVisit,
): Promise<void> => {
  const client = await hospital.as('practitioner', practitioner)
  await answered(client.post(`/v1/notes/${noteId}/sign`, { version: noteVersion }), 200)
}

export const payerNamed = async (biller: SignedInClient, name: string): Promise<Schemas['Payer']> => {
  const payers: Schemas['Payer'][] = (await answered(biller.get('/v1/payers'), 200)).items
  const payer = payers.find((each) => each.name === name)
  if (!payer) throw new Error(`No payer is called ${name}.`)
  return payer
}

export const insure = async (
  biller: SignedInClient,
  patientId: string,
  payer: string,
  more: object = {},
): Promise<Schemas['Coverage']> =>
  answered(
    biller.post(`/v1/patients/${patientId}/coverages`, {
      payerId: (await payerNamed(biller, payer)).id,
      memberNumber: `MEM${patientId.slice(-8).toUpperCase()}`,
      relationship: 'self',
      order: 1,
      from: '2026-01-01',
      ...more,
    }),
    201,
  )

export const addPractitioner = (
  hospital: TestHospital,
  licenses: Schemas['License'][],
  given: Partial<Schemas['CreatePractitioner']> = { npi },
): Promise<Person> => withNoteVerbs(hospital).addPractitioner(licenses, 'America/New_York', given)

/** A hospital that bills, on the morning of its tests: patients were seen, and their notes wait for a signature. */
export const heldVisits: HospitalTemplate<HeldVisits> = {
  name: 'held_visits',
  now: '2026-11-24T10:00:00Z',
  prepare: async (hospital) => {
    await hospital.keep('billing', (context) => setUpSampleBilling(context, '2026-11-24'))
    const shortVisit = await addVisitType(hospital)
    const practitioner = await addPractitioner(hospital, [sampleLicense('OH')])
    const hold = async (count: number, before: (patientId: string) => Promise<unknown> = async () => undefined) => {
      const visits: HeldVisit[] = []
      while (visits.length < count) {
        const patientId = await addPatient(hospital)
        await before(patientId)
        visits.push(await holdVisit(hospital, shortVisit, practitioner, patientId))
        hospital.clock.advance({ minutes: 5 })
      }
      return visits
    }
    const insured = await hold(prepared.insured, async (patientId) =>
      insure(await hospital.as('biller'), patientId, 'Lakeside Mutual Health'),
    )
    const selfPay = await hold(prepared.selfPay)
    const unsigned = await hold(prepared.unsigned)
    for (const visit of [...insured, ...selfPay]) await signNote(hospital, visit)
    return { practitioner, shortVisit, unsigned, insured, selfPay }
  },
}
