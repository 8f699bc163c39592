import type { components } from '@visitkit/contract'
import { answered } from '../../../test-kit/answered.ts'
import type { HospitalTemplate } from '../../../test-kit/prepared-hospital.ts'
import type { TestHospital } from '../../../test-kit/test-hospital.ts'
import { complete, withNoteVerbs } from '../../documentation/tests/documenting-hospital.testing.ts'
import { registerPatient } from '../../directory/index.ts'
import { checkInBody, sampleLicense, type Person } from '../../visits/tests/hospital.testing.ts'
import { loadBillingPack, setUpBilling } from '../index.ts'

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
  /** Five minutes, at every minute of the grid and without notice. */
  readonly shortVisit: Schemas['VisitType']
  readonly visits: readonly HeldVisit[]
}

export interface VisitOptions {
  readonly inMinutes?: number
  readonly location?: Partial<Schemas['CheckIn']['location']>
}

/** Enough for every test of a file. */
const prepared = 27
const npi = '1234567893'

const provider = {
  organizationName: 'Lakeside Health Sample Group',
  npi: '1999999984',
  taxonomy: '207Q00000X',
  taxId: { kind: 'ein', number: '999999999' },
  address: { line1: '100 Sample Avenue', line2: null, city: 'Exampleville', state: 'OH', postalCode: '430040001' },
} as const

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
  return answered(
    administrator.post('/v1/visit-types', {
      code: 'short-visit',
      specialty: 'primary-care',
      name: [{ language: 'en', text: 'Short visit' }],
      description: [],
      minutes: 5,
      bufferBeforeMinutes: 0,
      bufferAfterMinutes: 0,
      stepMinutes: 5,
      modality: 'video',
      requiredConsents: ['telehealth-treatment'],
      questionnaires: [],
      licenseRequired: true,
      minimumNoticeMinutes: 0,
      horizonDays: 60,
      cancellationNoticeMinutes: 0,
      ...given,
    }),
    201,
  )
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

export const addPractitioner = (
  hospital: TestHospital,
  licenses: Schemas['License'][],
  given: Partial<Schemas['CreatePractitioner']> = { npi },
): Promise<Person> => withNoteVerbs(hospital).addPractitioner(licenses, 'America/New_York', given)

/** A hospital that bills, on the morning of its tests: patients were seen, and their notes wait for a signature. */
export const heldVisits: HospitalTemplate<HeldVisits> = {
  name: 'held_visits',
  now: '2026-11-24T12:00:00Z',
  prepare: async (hospital) => {
    const pack = await loadBillingPack()
    await hospital.keep('billing', (context) =>
      setUpBilling(context, { cptLicensed: false, provider }, pack, '2026-11-24'),
    )
    const shortVisit = await addVisitType(hospital)
    const practitioner = await addPractitioner(hospital, [sampleLicense('OH')])
    const visits: HeldVisit[] = []
    while (visits.length < prepared) {
      visits.push(await holdVisit(hospital, shortVisit, practitioner, await addPatient(hospital)))
      hospital.clock.advance({ minutes: 5 })
    }
    return { practitioner, shortVisit, visits }
  },
}
