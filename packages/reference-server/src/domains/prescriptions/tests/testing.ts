import type { components } from '@visitkit/contract'
import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import { newId } from '../../../platform/database/ids/new-id.ts'
import { readPolicies } from '../../../platform/http/read-policies.ts'
import { startTestServer, type SignedInClient, type TestServer } from '../../../platform/http/tests/testing.ts'
import { loadDemonstrationChecks } from '../../../vendors/drug-checks/demonstration-checks.ts'
import type { DrugChecks } from '../../../vendors/drug-checks/provider.ts'
import { createScriptNetwork } from '../../../vendors/pharmacy/network/script-network.ts'
import type { PharmacyNetwork } from '../../../vendors/pharmacy/provider.ts'
import {
  quiet,
  type PlayedPharmacies,
  type StartPharmacies,
  type WireMessage,
} from '../messages/tests/played-pharmacies.testing.ts'
import {
  addPractitioner,
  createDirectoryDomain,
  foundOrganization,
  registerPatient,
  loadInvitationPolicy,
} from '../../directory/index.ts'
import {
  createPrescriptionsDomain,
  loadMedications,
  loadPrescribingPolicy,
  type PrescribingVisit,
  type PrescriptionsPorts,
  type PrescriptionsProvides,
} from '../index.ts'

const invitationPolicy = await loadInvitationPolicy()

type Schemas = components['schemas']
type Allergies = Awaited<ReturnType<PrescriptionsPorts['documentation']['allergies']>>

/** A health system, a pharmacy network beside it, and nothing between them but HTTP. Wednesday, ten in the morning in New York. */
export interface TestPractice {
  readonly server: TestServer
  readonly pharmacies: PlayedPharmacies
  readonly provides: PrescriptionsProvides
  readonly secret: string
  /** Set to stand in for the real one. */
  checks: DrugChecks
  network: PharmacyNetwork | null
  /** Push one to register it. */
  readonly certifications: string[]
  /** Throws when the agreement with the network has ended. */
  permit: () => Promise<void>
  readonly allergies: Map<string, Allergies>
  readonly visits: Map<string, PrescribingVisit>
  addPatient(given?: Partial<Schemas['CreatePatient']>): Promise<{ id: string; client: SignedInClient }>
  addPractitioner(given?: { npi?: string | null; state?: string }): Promise<{ id: string; client: SignedInClient }>
  /** A patient, a prescriber and a draft. */
  drafted(more?: Partial<Schemas['WritePrescription']>, given?: Partial<Schemas['CreatePatient']>): Promise<Drafted>
  /** The same, signed and not yet sent. */
  signed(more?: Partial<Schemas['WritePrescription']>, given?: Partial<Schemas['CreatePatient']>): Promise<Drafted>
  /** The same, taken by the network. `messageId` is that of the message which brought it. */
  sent(
    more?: Partial<Schemas['WritePrescription']>,
    given?: Partial<Schemas['CreatePatient']>,
  ): Promise<Drafted & { messageId: string }>
  read(of: Drafted): Promise<Schemas['Prescription']>
  /** What the network received of a prescription. */
  received(of: Drafted): Promise<readonly WireMessage[]>
  /** Sends what is due. */
  transmit(): Promise<void>
  noticeSilence(): Promise<void>
  /** Plays the pharmacies. */
  control(method: 'PUT' | 'POST' | 'GET', path: string, body?: object): Promise<never>
  /** Everything that the network told has arrived and was followed. */
  heard(): Promise<void>
  stop(): Promise<void>
}

export interface Drafted {
  readonly patient: { readonly id: string; readonly client: SignedInClient }
  readonly prescriber: { readonly id: string; readonly client: SignedInClient }
  readonly prescription: Schemas['Prescription']
}

export const startPractice = async (
  engine: 'pglite' | 'postgres',
  startPharmacies: StartPharmacies,
): Promise<TestPractice> => {
  const secret = 'a secret of this test'
  const [{ set: medications }, policy, checks] = await Promise.all([
    loadMedications(),
    loadPrescribingPolicy(),
    loadDemonstrationChecks(),
  ])
  let jobs: readonly DomainJob[] = []
  const certifications: string[] = []
  const allergies = new Map<string, Allergies>()
  const visits = new Map<string, PrescribingVisit>()
  let provides: PrescriptionsProvides | undefined
  const server = await startTestServer({
    engine,
    now: '2026-11-25T15:00:00Z',
    modules: ({ database, vault, unitOfWork, clock }) => {
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
      const prescriptions = createPrescriptionsDomain({
        database,
        vault,
        unitOfWork,
        clock,
        medications,
        // A check that never answers is waited for in tests as well.
        policy: { ...policy, checks: { timeoutMilliseconds: 200 } },
        checks: { name: 'as the test says', check: (...asked) => practice.checks.check(...asked) },
        ports: {
          directory: directory.provides,
          visits: {
            visit: async (reading, visitId) => {
              const visit = visits.get(visitId)
              if (!visit) throw new Error('the test knows no such visit')
              reading.access.touch(visit.patientId)
              return visit
            },
          },
          documentation: { allergies: async (_, patientId) => allergies.get(patientId) ?? { asked: true, items: [] } },
          pharmacies: { networkOf: async () => practice.network },
          certifications,
        },
      })
      jobs = prescriptions.module.jobs
      provides = prescriptions.provides
      return [directory, prescriptions]
    },
  })
  const pharmacies = await startPharmacies({
    port: 0,
    accounts: [
      {
        accountId: 'lakeside-sample',
        secret,
        webhookUrl: `${server.url}/v1/webhooks/pharmacy/${server.organizationId}`,
      },
    ],
    clock: server.clock.now,
    retryAfter: 10,
  })
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
  const runJob = async (name: string): Promise<void> => {
    await jobs.find((job) => job.name === name)?.run(server.clock.now())
    await server.settle()
  }
  const practice: TestPractice = {
    server,
    pharmacies,
    provides: provides!,
    secret,
    checks,
    network: createScriptNetwork({
      baseUrl: pharmacies.url,
      vendor: 'sandbox',
      accountId: 'lakeside-sample',
      secrets: [secret],
      permit: () => practice.permit(),
      clock: server.clock.now,
      timeout: 2_000,
    }),
    certifications,
    permit: async () => undefined,
    allergies,
    visits,
    addPatient: async (given = {}) => {
      const { id } = await server.keep('directory', (keeping) =>
        registerPatient(keeping, {
          name: { given: 'Pat', family: 'Sample' },
          birthDate: '1984-06-15',
          sex: 'female',
          phone: '555-0142',
          address: { line1: '1 Sample Street', city: 'Exampleville', state: 'OH', postalCode: '43004' },
          state: 'OH',
          language: 'en',
          zone: 'America/New_York',
          ...given,
        }),
      )
      return { id, client: await server.as('patient', { personId: id, patientIds: [id] }) }
    },
    addPractitioner: async ({ npi = '1234567893', state = 'OH' } = {}) => {
      const { id } = await server.keep('directory', (keeping) =>
        addPractitioner(keeping, {
          displayName: 'Dr. Casey Example',
          title: [{ language: 'en', text: 'Physician' }],
          specialties: ['primary-care'],
          languages: ['en'],
          zone: 'America/New_York',
          licences: [{ state, number: `X-${state}`, kind: 'full', status: 'active', expiresOn: '2028-12-31' }],
          ...(npi !== null && { npi }),
        }),
      )
      return { id, client: await server.as('practitioner', { personId: newId(), practitionerId: id }) }
    },
    drafted: async (more, given) => {
      const [patient, prescriber] = [await practice.addPatient(given), await practice.addPractitioner()]
      const answer = await prescriber.client.post(`/v1/patients/${patient.id}/prescriptions`, written(more))
      if (answer.status !== 201) throw new Error(`not drafted: ${answer.status} ${JSON.stringify(answer.body)}`)
      return { patient, prescriber, prescription: answer.body }
    },
    signed: async (more, given) => {
      const drafted = await practice.drafted(more, given)
      const { id, version } = drafted.prescription
      const answer = await drafted.prescriber.client.post(`/v1/prescriptions/${id}/sign`, { version })
      if (answer.status !== 200) throw new Error(`not signed: ${answer.status} ${JSON.stringify(answer.body)}`)
      return { ...drafted, prescription: answer.body }
    },
    sent: async (more, given) => {
      const signed = await practice.signed(more, given)
      await practice.transmit()
      const [message] = await practice.received(signed)
      if (!message) throw new Error('nothing arrived')
      return { ...signed, messageId: message.messageId }
    },
    read: async ({ prescriber, prescription }) => {
      const answer = await prescriber.client.get(`/v1/prescriptions/${prescription.id}`)
      if (answer.status !== 200) throw new Error(`not read: ${answer.status}`)
      return answer.body
    },
    received: async ({ prescription }) => {
      const all: readonly WireMessage[] = await practice.control('GET', 'received')
      return all.filter(({ orderNumber }) => orderNumber === prescription.id)
    },
    transmit: () => runJob('prescriptions.transmit'),
    noticeSilence: () => runJob('prescriptions.notice-silence'),
    control: async (method, path, body) => {
      const answer = await fetch(`${pharmacies.url}/control/${path}`, {
        method,
        ...(body && { body: JSON.stringify(body) }),
      })
      if (!answer.ok) throw new Error(`the sandbox answered ${answer.status}: ${await answer.text()}`)
      return (await answer.json()) as never
    },
    heard: async () => {
      await pharmacies.network().outbox.settled()
      await server.settle()
    },
    stop: async () => {
      await pharmacies.stop()
      await server.stop()
    },
  }
  for (const { ncpdpId } of pharmacies.pharmacies)
    await practice.control('PUT', `pharmacies/${ncpdpId}/behaviour`, quiet)
  return practice
}

export const directions: Schemas['Directions'] = {
  dose: 1,
  doseUnit: 'tablet',
  route: 'oral',
  timing: { timesADay: 1 },
}

/** Lisinopril for a month. */
export const written = (more: Partial<Schemas['WritePrescription']> = {}): Schemas['WritePrescription'] => ({
  rxcui: '314076',
  directions,
  quantity: 30,
  daysSupply: 30,
  refills: 2,
  substitutionAllowed: true,
  pharmacyId: '9900001',
  acknowledgements: [],
  ...more,
})
