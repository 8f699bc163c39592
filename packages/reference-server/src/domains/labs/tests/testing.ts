import type { components } from '@visitkit/contract'
import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import { newId } from '../../../platform/database/ids/new-id.ts'
import { readPolicies } from '../../../platform/http/read-policies.ts'
import { startTestServer, type SignedInClient, type TestServer } from '../../../platform/http/tests/testing.ts'
import { createMllpLaboratory } from '../../../vendors/laboratory/mllp-laboratory.ts'
import { createMllpListener } from '../../../vendors/laboratory/mllp-listener.ts'
import type { MllpAddress } from '../../../vendors/laboratory/mllp/ask-over-mllp.ts'
import type { MllpServerTls } from '../../../vendors/laboratory/mllp/mllp-server.ts'
import { notFound, Problem } from '../../../platform/problems/problem.ts'
import {
  addPractitioner,
  createDirectoryDomain,
  foundOrganization,
  grantProxy,
  loadInvitationPolicy,
  registerPatient,
} from '../../directory/index.ts'
import type { Covering } from '../model/labs-policy.ts'
import { createLabsDomain, loadLabCatalogue, loadLabsPolicy, type LabsProvides, type OrderedInVisit } from '../index.ts'

const invitationPolicy = await loadInvitationPolicy()

type Schemas = components['schemas']

export interface Practitioner {
  readonly memberId: string
  readonly practitionerId: string
}

/** A health system with a laboratory at the other end of a wire. Wednesday, ten in the morning in New York. */
export interface TestHospital {
  readonly server: TestServer
  readonly labs: LabsProvides
  /** Where the laboratory reports to. */
  readonly listensAt: number
  /** Codes of what the listener did not take. */
  readonly faults: readonly string[]
  /** Visits that the domain before labs knows, by id. */
  readonly visits: Map<string, OrderedInVisit>
  /** False: the agreement with the laboratory has run out. */
  permit: { isInForce: boolean }
  addPractitioner(given?: Partial<Schemas['CreatePractitioner']>): Promise<Practitioner>
  addPatient(given?: Partial<Schemas['CreatePatient']>): Promise<string>
  addProxy(patientId: string, scope: Schemas['ProxyScope'][]): Promise<SignedInClient>
  asPractitioner(who: Practitioner): Promise<SignedInClient>
  asPatient(patientId: string): Promise<SignedInClient>
  /** Sends what is due and tells what was decided. */
  transmit(): Promise<void>
  escalate(): Promise<void>
  /** Who stands in for whom; push one. */
  readonly covering: Covering[]
  stop(): Promise<void>
}

const sender = { application: 'VISITKIT', facility: 'LAKESIDE' }

/** Codes that the tests use, and the days on which they hold; the documentation domain knows all. */
const diagnoses = [
  { code: 'I10', name: 'Essential (primary) hypertension', from: '2025-10-01', to: '2099-10-01' },
  { code: 'E11.9', name: 'Type 2 diabetes mellitus without complications', from: '2025-10-01', to: '2099-10-01' },
  { code: 'X00.0', name: 'Until September', from: '2025-10-01', to: '2027-10-01' },
  { code: 'X00.1', name: 'From October', from: '2027-10-01', to: '2099-10-01' },
]

export const startHospital = async (
  engine: 'pglite' | 'postgres',
  laboratory: MllpAddress,
  { listenerTls }: { readonly listenerTls?: MllpServerTls } = {},
): Promise<TestHospital> => {
  const [catalogue, shipped] = await Promise.all([loadLabCatalogue(), loadLabsPolicy()])
  const covering: Covering[] = []
  const policy = { ...shipped, critical: { ...shipped.critical, covering } }
  const visits = new Map<string, OrderedInVisit>()
  const permit = { isInForce: true }
  const faults: string[] = []
  const facilities: { application: string; facility: string; organizationId: string }[] = []
  let labs: ReturnType<typeof createLabsDomain> | undefined
  const server = await startTestServer({
    engine,
    now: '2026-11-25T15:00:00Z',
    modules: (platform) => {
      const { database, unitOfWork, vault, clock } = platform
      const directory = createDirectoryDomain({
        database,
        vault,
        unitOfWork,
        ports: {
          permissionsOf: () => [],
          clientName: async () => 'Lakeside Portal',
          requireVideoVendor: async () => undefined,
          carePolicy: readPolicies().care,
        },
        policy: invitationPolicy,
      })
      labs = createLabsDomain({
        database,
        unitOfWork,
        vault,
        clock,
        catalogue,
        policy,
        ports: {
          directory: directory.provides,
          visits: {
            visit: async (_, visitId) => {
              const visit = visits.get(visitId)
              if (visit === undefined) throw notFound()
              return visit
            },
          },
          documentation: {
            diagnosisNames: (codes, at, zone) => {
              const day = Temporal.Instant.from(at.toISOString()).toZonedDateTimeISO(zone).toPlainDate().toString()
              const inForce = diagnoses.filter(({ code, from, to }) => codes.includes(code) && from <= day && day < to)
              return new Map(inForce.map(({ code, name }) => [code, name]))
            },
          },
          laboratory: createMllpLaboratory({
            address: laboratory,
            sender,
            receiver: { application: 'LAB', facility: 'EXAMPLE-LAB' },
            processing: 'P',
            clock,
            permit: async () => {
              if (!permit.isInForce) throw new Problem(403, 'vendor_not_permitted', 'No agreement in force.')
            },
          }),
        },
        listener: (inbox) =>
          createMllpListener({
            host: '127.0.0.1',
            port: 0,
            ...(listenerTls && { tls: listenerTls }),
            facilities,
            processing: 'P',
            inbox,
            clock,
            onFault: (code) => void faults.push(code),
          }),
      })
      return [directory, labs]
    },
  })
  const { organizationId } = server
  facilities.push({ application: 'LAB', facility: 'EXAMPLE-LAB', organizationId })
  await server.keep('directory', (keeping) =>
    foundOrganization(keeping, {
      name: 'Lakeside Health (sample)',
      region: 'us-east',
      zone: 'America/New_York',
      languages: ['en', 'es'],
      brand: { name: 'Lakeside Health', accentColor: '#0b6e6e' },
      contact: { phone: '555-0100', emergencyNumber: '911', crisisLine: '988' },
      videoVendor: 'peer',
    }),
  )
  if (!labs?.inbound) throw new Error('the labs domain was made with a listener')
  const { module, provides, inbound } = labs
  const { port } = await inbound.listen()
  const runJob = async (job: DomainJob | undefined): Promise<void> => {
    await job?.run(server.clock.now())
    await server.settle()
  }
  const jobNamed = (name: string): DomainJob | undefined => module.jobs.find((job) => job.name === name)
  return {
    server,
    labs: provides,
    listensAt: port,
    faults,
    visits,
    permit,
    addPractitioner: async (given = {}) => {
      const practitioner = await server.keep('directory', (keeping) =>
        addPractitioner(keeping, {
          displayName: 'Dr. Casey Example',
          title: [{ language: 'en', text: 'Physician' }],
          specialties: ['primary-care'],
          languages: ['en'],
          zone: 'America/New_York',
          licences: [{ state: 'OH', number: 'X-OH', kind: 'full', status: 'active', expiresOn: '2028-12-31' }],
          npi: '1234567893',
          ...given,
        }),
      )
      return { memberId: newId(), practitionerId: practitioner.id }
    },
    addPatient: async (given = {}) => {
      const { id } = await server.keep('directory', (keeping) =>
        registerPatient(keeping, {
          name: { given: 'Pat', family: 'Sample' },
          birthDate: '1984-06-15',
          state: 'OH',
          language: 'en',
          zone: 'America/New_York',
          ...given,
        }),
      )
      return id
    },
    addProxy: async (patientId, scope) => {
      const proxy = await server.keep('directory', (keeping) =>
        grantProxy(keeping, patientId, {
          displayName: 'Robin Sample',
          relationship: 'spouse',
          scope,
          from: '2026-01-01',
          identity: { issuer: 'https://login.lakeside.example', subject: newId() },
        }),
      )
      return server.as('proxy', { personId: proxy.personId, patientIds: [patientId] })
    },
    asPractitioner: ({ memberId, practitionerId }) => server.as('practitioner', { personId: memberId, practitionerId }),
    asPatient: (patientId) => server.as('patient', { personId: patientId }),
    transmit: () => runJob(jobNamed('labs.transmit')),
    covering,
    escalate: () => runJob(jobNamed('labs.escalate-critical-values')),
    stop: async () => {
      await inbound.close()
      await server.stop()
    },
  }
}
