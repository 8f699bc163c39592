import type { components } from '@visitkit/contract'
import type { TestPlatform, TestServer } from '../../../platform/http/tests/test-server.ts'
import { lakeside } from '../../../test-kit/test-hospital.ts'
import { createDirectoryDomain, foundOrganization, registerPatient, loadInvitationPolicy } from '../index.ts'
import type { DirectoryPorts } from '../ports.ts'

const invitationPolicy = await loadInvitationPolicy()

type Schemas = components['schemas']

/** The directory over a test's platform. Daily has no agreement here, the other vendors have one. */
export const directoryFor = (platform: TestPlatform, ports: Partial<DirectoryPorts> = {}) =>
  createDirectoryDomain({
    database: platform.database,
    vault: platform.vault,
    unitOfWork: platform.unitOfWork,
    ports: {
      permissionsOf: (caller) => caller.roles.map((role) => `of-${role}:read`),
      clientName: async () => 'Lakeside Portal',
      requireVideoVendor: async () => undefined,
      ...ports,
    },
    policy: invitationPolicy,
  })

/** Founds another organization on the same server. */
export const foundLakeside = (
  hospital: Pick<TestServer, 'keep'>,
  organizationId?: string,
): Promise<Schemas['Organization']> =>
  hospital.keep('directory', (keeping) => foundOrganization(keeping, lakeside), organizationId)

export const samplePatient = (given: Partial<Schemas['CreatePatient']> = {}): Schemas['CreatePatient'] => ({
  name: { given: 'Pat', family: 'Sample' },
  birthDate: '1984-06-15',
  state: 'OH',
  language: 'en',
  zone: 'America/New_York',
  ...given,
})

export const license = (given: Partial<Schemas['Licence']> = {}): Schemas['Licence'] => ({
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
  licences: [license()],
  npi: '1234567893',
}

/** A patient who is there already, without an access of anyone. */
export const havePatient = (
  server: Pick<TestServer, 'keep'>,
  given: Partial<Schemas['CreatePatient']> = {},
  organizationId?: string,
): Promise<Schemas['Patient']> =>
  server.keep('directory', (keeping) => registerPatient(keeping, samplePatient(given)), organizationId)

/** Events of the outbox by type, oldest first. */
export const eventsOf = async (
  server: { readonly platform: { readonly database: TestServer['platform']['database'] } },
  type: string,
): Promise<Record<string, unknown>[]> => {
  const rows = await server.platform.database
    .readerAcross('platform')
    .selectFrom('platform.outbox')
    .select(['data'])
    .where('type', '=', type)
    .orderBy('id')
    .execute()
  return rows.map(({ data }) => data as Record<string, unknown>)
}
