import type { components } from '@visitkit/contract'
import {
  startClearinghouse,
  type SimulatedClearinghouse,
} from '../../../../../sandbox/src/clearinghouse/start-clearinghouse.ts'
import { startPayments, type SimulatedProcessor } from '../../../../../sandbox/src/payments/start-payments.ts'
import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import type { DomainModule } from '../../../platform/contracts/domain-module.ts'
import type { EventData, EventType, NewEvent } from '../../../platform/contracts/event.ts'
import { newId } from '../../../platform/database/ids/new-id.ts'
import { sampleEvent } from '../../../platform/contracts/sample-event.testing.ts'
import {
  startTestServer,
  type SignedInClient,
  type TestServer,
} from '../../../platform/http/tests/start-test-server.testing.ts'
import { readPolicies } from '../../../platform/http/read-policies.ts'
import { createMailboxClearinghouse } from '../../../vendors/clearinghouse/mailbox/create-mailbox-clearinghouse.ts'
import { createStripeProcessor } from '../../../vendors/payments/stripe/stripe-processor.ts'
import {
  addPractitioner,
  createDirectoryDomain,
  createOrganization,
  loadInvitationPolicy,
  registerPatient,
} from '../../directory/index.ts'
import { createBillingDomain, loadBillingPack, loadBillingPolicy, setUpBilling } from '../index.ts'
import type { BilledVisit, BillingPorts, BookedAppointment, SignedNote } from '../ports.ts'

const invitationPolicy = await loadInvitationPolicy()

type Schemas = components['schemas']

/** A clinic that bills, with a simulated clearinghouse and processor over the network; what comes before billing is told by hand. */
export interface TestClinic {
  readonly server: TestServer
  readonly clearinghouse: SimulatedClearinghouse
  readonly processor: SimulatedProcessor
  readonly biller: SignedInClient
  readonly practitioner: Schemas['Practitioner']
  addPatient(given?: Partial<Schemas['CreatePatient']>): Promise<string>
  asPatient(patientId: string): Promise<SignedInClient>
  payer(name: string): Promise<Schemas['Payer']>
  insure(patientId: string, more?: object): Promise<Schemas['Coverage']>
  /** A visit that was held, with a signed note; its charges are captured. Answers the visit's id. */
  visitOf(patientId: string, more?: Partial<BilledVisit>, note?: Partial<SignedNote>): Promise<string>
  readonly visits: Map<string, BilledVisit>
  readonly notes: Map<string, SignedNote>
  readonly appointments: Map<string, BookedAppointment>
  /** Emits what another domain would; what is not given is made up. */
  emit<Type extends EventType>(type: Type, given: Partial<EventData[Type]>): Promise<void>
  claimOf(visitId: string): Promise<Schemas['Claim']>
  submit(claim: Schemas['Claim']): Promise<Schemas['Claim']>
  /** Sends what waits, fetches what came, lets reactions run. */
  exchange(): Promise<void>
  job(name: string): Promise<void>
  /** As the server does to a job when it stops. */
  stopJob(name: string): void
  stop(): Promise<void>
}

export const webhookSecret = 'whsec_clinic_sample'

const service = (code: string): SignedNote['services'][number] => ({
  codeSystem: 'HCPCS',
  code,
  units: 1,
  diagnosisPointers: [1],
})

export const startClinic = async (engine: 'pglite' | 'postgres'): Promise<TestClinic> => {
  const now = '2026-11-24T15:00:00Z'
  // The partners keep the clinic's time, once there is a clinic.
  let clock = (): Date => new Date(now)
  const [clearinghouse, processor, policy, pack] = await Promise.all([
    startClearinghouse({ port: 0, now: () => clock() }),
    startPayments({ port: 0, slowMs: 1, now: () => clock() }),
    loadBillingPolicy(),
    loadBillingPack(),
  ])
  const visits = new Map<string, BilledVisit>()
  const notes = new Map<string, SignedNote>()
  const appointments = new Map<string, BookedAppointment>()
  const account = {
    submitterId: 'LAKESIDEHLTH',
    submitterName: 'Lakeside Health',
    contactName: 'Billing Desk',
    contactPhone: '6145550100',
    receiverId: 'SIMCLEAR',
    receiverName: 'Simulated Clearinghouse',
    usage: 'test' as const,
  }
  const provider = createMailboxClearinghouse({
    baseUrl: clearinghouse.apiBase,
    apiKey: clearinghouse.apiKey,
    account,
    permit: async () => undefined,
  })
  const payments = createStripeProcessor({
    apiKey: processor.apiKey,
    apiBase: processor.apiBase,
    webhookSecret,
    permit: async () => undefined,
  })
  let module: DomainModule | undefined
  const server = await startTestServer({
    engine,
    now,
    modules: ({ database, unitOfWork, vault, clock: serverClock }) => {
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
      const ports: BillingPorts = {
        directory: directory.provides,
        documentation: {
          signedNote: async ({ access }, visitId) => {
            const note = notes.get(visitId) ?? null
            if (note) access.touch(note.patientId)
            return note
          },
        },
        visits: {
          visit: async ({ access }, visitId) => {
            const visit = visits.get(visitId)
            if (!visit) throw new Error('no such visit')
            access.touch(visit.patientId)
            return visit
          },
        },
        scheduling: {
          appointment: async (_, appointmentId) => {
            const appointment = appointments.get(appointmentId)
            if (!appointment) throw new Error('no such appointment')
            return appointment
          },
          taxonomyOf: () => '207Q00000X',
        },
        consent: { inForceAt: async () => ({ consentId: 'sample' }) },
        clearinghouse: { of: () => ({ provider, account }) },
        payments: { of: () => payments },
      }
      const billing = createBillingDomain({ database, vault, unitOfWork, clock: serverClock, ports, policy, pack })
      module = billing.module
      return [directory, billing]
    },
  })
  const { organizationId } = server
  clock = server.clock.now
  await server.keep('directory', (context) =>
    createOrganization(context, {
      name: 'Lakeside Health (sample)',
      region: 'us-east',
      zone: 'America/New_York',
      languages: ['en'],
      brand: { name: 'Lakeside Health', accentColor: '#0b6e6e' },
      contact: { phone: '555-0100', emergencyNumber: '911', crisisLine: '988' },
      videoVendor: 'peer',
    }),
  )
  await server.keep('billing', (context) =>
    setUpBilling(
      context,
      {
        cptLicensed: false,
        provider: {
          organizationName: 'Lakeside Health Sample Group',
          npi: '1999999984',
          taxonomy: '207Q00000X',
          taxId: { kind: 'ein', number: '999999999' },
          address: {
            line1: '100 Sample Avenue',
            line2: null,
            city: 'Exampleville',
            state: 'OH',
            postalCode: '430040001',
          },
        },
      },
      pack,
      '2026-11-24',
    ),
  )
  processor.webhooks.endpoints.push({
    url: `${server.url}/v1/webhooks/payments/${organizationId}`,
    secret: webhookSecret,
  })
  const practitioner = await server.keep('directory', (context) =>
    addPractitioner(context, {
      displayName: 'Dr. Casey Example',
      title: [{ language: 'en', text: 'Physician' }],
      specialties: ['primary-care'],
      languages: ['en'],
      zone: 'America/New_York',
      npi: '1234567893',
      licenses: [{ state: 'OH', number: 'X-OH', kind: 'full', status: 'active', expiresOn: '2028-12-31' }],
    }),
  )
  const biller = await server.as('biller')
  const answered = async (response: Promise<{ status: number; body: unknown }>, status: number) => {
    const { status: given, body } = await response
    if (given !== status) throw new Error(`expected ${status}, was answered ${given}: ${JSON.stringify(body)}`)
    // oxlint-disable-next-line typescript/no-explicit-any -- as the test client types its answers
    return body as any
  }
  const jobNamed = (name: string): DomainJob => {
    const job = module?.jobs.find((each) => each.name === name)
    if (!job) throw new Error(`no job ${name}`)
    return job
  }
  const clinic: TestClinic = {
    server,
    clearinghouse,
    processor,
    biller,
    practitioner,
    visits,
    notes,
    appointments,
    addPatient: async (given = {}) => {
      const { id } = await server.keep('directory', (context) =>
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
    },
    asPatient: (patientId) => server.as('patient', { personId: patientId, patientIds: [patientId] }),
    payer: async (name) => {
      const { items } = await answered(biller.get('/v1/payers'), 200)
      return items.find((payer: Schemas['Payer']) => payer.name === name)
    },
    insure: async (patientId, more = {}) =>
      answered(
        biller.post(`/v1/patients/${patientId}/coverages`, {
          payerId: (await clinic.payer('Lakeside Mutual Health')).id,
          memberNumber: `MEM${patientId.slice(-8).toUpperCase()}`,
          relationship: 'self',
          order: 1,
          from: '2026-01-01',
          ...more,
        }),
        201,
      ),
    visitOf: async (patientId, more = {}, noted = {}) => {
      const visitId = newId()
      const startedAt = new Date('2026-11-24T14:00:00Z')
      visits.set(visitId, {
        visitId,
        appointmentId: newId(),
        patientId,
        practitionerId: practitioner.id,
        seenBy: practitioner.id,
        specialty: 'primary-care',
        visitTypeCode: 'primary-care-visit',
        visitTypeName: [{ language: 'en', text: 'Primary care visit' }],
        modality: 'video',
        location: { state: 'OH', kind: 'home' },
        checkedInAt: startedAt,
        startedAt,
        endedAt: new Date('2026-11-24T14:20:00Z'),
        outcome: 'completed',
        version: 4,
        ...more,
      })
      notes.set(visitId, {
        noteId: newId(),
        visitId,
        patientId,
        practitionerId: practitioner.id,
        signedAt: new Date('2026-11-24T14:30:00Z'),
        version: 3,
        diagnoses: [{ code: 'J06.9', display: 'Acute upper respiratory infection, unspecified' }],
        services: [service('T1015')],
        ...noted,
      })
      await clinic.emit('documentation.note-signed', {
        noteId: notes.get(visitId)?.noteId ?? '',
        visitId,
        patientId,
        practitionerId: practitioner.id,
        version: 3,
      })
      return visitId
    },
    emit: async (type, given) => {
      await server.keep('directory', (context) => context.emit(sampleEvent(type, given) as NewEvent))
      await server.settle()
    },
    claimOf: (visitId) => answered(biller.get(`/v1/visits/${visitId}/claim`), 200),
    submit: ({ id, version }) => answered(biller.post(`/v1/claims/${id}/submit`, { version }), 200),
    exchange: async () => {
      await clinic.job('billing.transmit')
      await clinic.job('billing.fetch-mailbox')
      await server.settle()
    },
    job: (name) => jobNamed(name).run(server.clock.now()),
    stopJob: (name) => jobNamed(name).stop?.(),
    stop: () => Promise.all([clearinghouse.stop(), processor.stop()]).then(() => server.stop()),
  }
  return clinic
}
