import type { components } from '@visitkit/contract'
import type { TestServer } from '../../../platform/http/tests/server.testing.ts'
import { lakeside } from '../../../test-kit/create-clinic.ts'
import { createOrganization, registerPatient } from '../index.ts'

type Schemas = components['schemas']

/** Creates another organization on the same server. */
export const createLakeside = (
  hospital: Pick<TestServer, 'keep'>,
  organizationId: string,
): Promise<Schemas['Organization']> =>
  hospital.keep('directory', (context) => createOrganization(context, lakeside), organizationId)

export const samplePatient = (given: Partial<Schemas['CreatePatient']> = {}): Schemas['CreatePatient'] => ({
  name: { given: 'Pat', family: 'Sample' },
  birthDate: '1984-06-15',
  state: 'OH',
  language: 'en',
  zone: 'America/New_York',
  ...given,
})

export const sampleLicense = (given: Partial<Schemas['License']> = {}): Schemas['License'] => ({
  state: 'OH',
  number: 'TEST-1',
  kind: 'full',
  status: 'active',
  expiresOn: '2027-06-30',
  ...given,
})

export const cardiologist: Schemas['CreatePractitioner'] = {
  displayName: 'Dr. Robin Example',
  title: [{ language: 'en', text: 'Cardiologist' }],
  specialties: ['cardiology'],
  languages: ['en', 'es-MX'],
  zone: 'America/New_York',
  licenses: [sampleLicense()],
  npi: '1234567893',
}

/** An existing patient, created without a recorded access. */
export const insertPatientDirectly = (
  server: Pick<TestServer, 'keep'>,
  given: Partial<Schemas['CreatePatient']> = {},
  organizationId?: string,
): Promise<Schemas['Patient']> =>
  server.keep('directory', (context) => registerPatient(context, samplePatient(given)), organizationId)
