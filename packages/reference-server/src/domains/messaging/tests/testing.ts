import type { components } from '@visitkit/contract'
import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import { newId } from '../../../platform/database/ids/new-id.ts'
import { startTestServer } from '../../../platform/http/tests/testing.ts'
import type { SignedInClient, TestServer } from '../../../platform/http/tests/test-server.ts'
import type { EventData, NewEvent } from '../../../platform/contracts/event.ts'
import { sampleEvent } from '../../../platform/contracts/sample-event.testing.ts'
import type { EmailProvider, SmsProvider } from '../../../vendors/notifications/provider.ts'
import { readPolicies } from '../../../platform/http/read-policies.ts'
import { createPermissions } from '../../../platform/identity/permissions.ts'
import { createReadGate } from '../../../platform/identity/read-gate.ts'
import { createWebhookPoster, type WebhookPosterOptions } from '../../../vendors/notifications/webhooks/post-webhook.ts'
import { createConsentDomain, loadConsentPack, publishStarterTexts } from '../../consent/index.ts'
import { testSigner } from '../../consent/tests/testing.ts'
import {
  createDirectoryDomain,
  foundOrganization,
  grantProxy,
  registerPatient,
  loadInvitationPolicy,
} from '../../directory/index.ts'
import { createMessagingDomain, loadMessagingPolicy, loadNotificationTemplates, type MessagingPorts } from '../index.ts'

const invitationPolicy = await loadInvitationPolicy()

type Schemas = components['schemas']

type AppointmentEvent =
  'scheduling.appointment-booked' | 'scheduling.appointment-rescheduled' | 'scheduling.appointment-cancelled'

interface Booked {
  readonly id: string
  readonly start: Date
  readonly told: <Type extends AppointmentEvent>(type: Type, more?: Partial<EventData[Type]>) => Promise<void>
}

export interface MessagingKit {
  readonly server: TestServer
  /** As scheduling would answer. */
  readonly appointments: Map<string, { status: string; start: Date }>
  readonly visits: Map<string, { patientId: string; practitionerId: string; seenBy: string | null }>
  addPatient(given?: Partial<Schemas['CreatePatient']>): Promise<{ id: string; client: SignedInClient }>
  addProxy(
    patientId: string,
    scope: Schemas['ProxyScope'][],
    given?: Partial<Schemas['CreateProxy']>,
  ): Promise<SignedInClient>
  addMember(role: Schemas['Role'], displayName?: string): Promise<SignedInClient>
  /** What a patient answers when asked for their consent to messages. Resolves with the id of the consent. */
  consentToMessages(client: SignedInClient, patientId: string, decision: 'granted' | 'declined'): Promise<string>
  /** Tells what another domain would, and delivers it. */
  tell(event: NewEvent): Promise<void>
  /** An appointment that starts in so many minutes, told as booked. */
  book(patientId: string, inMinutes: number): Promise<Booked>
  /** Everything that is due by the clock: decided, sent, settled, delivered. */
  send(): Promise<void>
}

export interface MessagingKitOptions {
  readonly email?: EmailProvider
  readonly sms?: SmsProvider
  readonly webhooks?: WebhookPosterOptions
  readonly onLog?: (line: string) => void
}

/** A health system with people, and messaging over HTTP. Wednesday, ten in the morning in New York. */
export const startMessaging = async (
  engine: 'pglite' | 'postgres',
  { email, sms, webhooks = { allowPrivate: true }, onLog }: MessagingKitOptions = {},
): Promise<MessagingKit> => {
  const [policy, templates, consentPack] = await Promise.all([
    loadMessagingPolicy(),
    loadNotificationTemplates(),
    loadConsentPack(),
  ])
  const appointments: MessagingKit['appointments'] = new Map()
  const visits: MessagingKit['visits'] = new Map()
  const known = <Value>(found: Value | undefined): Value => {
    if (found === undefined) throw new Error('a test asked for what it did not prepare')
    return found
  }
  let jobs: readonly DomainJob[] = []
  let url = ''
  const server = await startTestServer({
    engine,
    now: '2026-11-25T15:00:00Z',
    ...(onLog && { onLog }),
    modules: (platform) => {
      const { database, unitOfWork, vault } = platform
      const directory = createDirectoryDomain({
        database,
        vault,
        unitOfWork,
        ports: {
          permissionsOf: () => [],
          clientName: async () => 'Lakeside Portal',
          requireVideoVendor: async () => undefined,
        },
        policy: invitationPolicy,
      })
      const consent = createConsentDomain({
        database,
        ports: { directory: directory.provides, signer: testSigner() },
        pack: consentPack,
      })
      const ports: MessagingPorts = {
        directory: directory.provides,
        consent: consent.provides,
        scheduling: { appointment: async (_, id) => known(appointments.get(id)) },
        visits: { visit: async (_, id) => known(visits.get(id)) },
        reads: createReadGate({
          permissions: createPermissions(readPolicies().permissions),
          proxyAccessOf: ({ organizationId, personId }) => directory.provides.proxyAccessOf(organizationId, personId),
          clock: platform.clock,
        }),
        email: email ?? null,
        sms: sms ?? null,
        webhooks: createWebhookPoster(webhooks),
        portalUrl: async () => 'https://portal.lakeside.example',
        smsReportUrl: (organizationId) => `${url}/v1/webhooks/sms/${organizationId}`,
      }
      const messaging = createMessagingDomain({
        database,
        vault,
        unitOfWork,
        clock: platform.clock,
        ports,
        policy,
        templates,
      })
      jobs = messaging.module.jobs
      return [directory, consent, messaging]
    },
  })
  url = server.url
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
  await server.keep('consent', (keeping) =>
    publishStarterTexts(keeping, consentPack, { reviewedBy: 'Quinn Reviewer (sample)' }),
  )
  const administrator = await server.as('administrator')
  const kit: MessagingKit = {
    server,
    appointments,
    visits,
    addPatient: async (given = {}) => {
      const { id } = await server.keep('directory', (keeping) =>
        registerPatient(keeping, {
          name: { given: 'Ana', family: 'Fictional' },
          birthDate: '1984-06-15',
          state: 'OH',
          language: 'en',
          zone: 'America/New_York',
          ...given,
        }),
      )
      return { id, client: await server.as('patient', { personId: id }) }
    },
    addProxy: async (patientId, scope, given = {}) => {
      const proxy = await server.keep('directory', (keeping) =>
        grantProxy(keeping, patientId, {
          displayName: 'Robin Sample',
          relationship: 'spouse',
          scope,
          from: '2026-01-01',
          identity: { issuer: 'https://login.lakeside.example', subject: newId() },
          ...given,
        }),
      )
      return server.as('proxy', { personId: proxy.personId, patientIds: [patientId] })
    },
    addMember: async (role, displayName = `Sample ${role}`) => {
      const { body } = await administrator.post('/v1/members', { displayName, roles: [role] })
      return server.as(role, { personId: body.id, kind: 'member' })
    },
    consentToMessages: async (client, patientId, decision) => {
      const { body: requirements } = await client.get(
        `/v1/patients/${patientId}/consent-requirements?purposes=messaging`,
      )
      const { document } = requirements.items[0]
      const { status, body } = await client.post(`/v1/patients/${patientId}/consents`, {
        documentId: document.id,
        version: document.version,
        language: document.language,
        contentHash: document.contentHash,
        sectionsSeen: document.sections.map(({ id }: { id: string }) => id),
        decision,
        signature: { kind: 'typed', name: 'Ana Fictional' },
        zone: 'America/New_York',
      })
      if (status !== 201) throw new Error(`The consent was refused with ${body.code}.`)
      return body.id
    },
    tell: async (event) => {
      await server.keep('messaging', ({ emit }) => emit(event))
      await server.settle()
    },
    book: async (patientId, inMinutes) => {
      const id = newId()
      const start = new Date(server.clock.now().getTime() + inMinutes * 60_000)
      appointments.set(id, { status: 'booked', start })
      const told: Booked['told'] = (type, more = {}) => {
        // Which of the three it is makes no difference to what is given.
        const given = { appointmentId: id, patientId, start: start.toISOString(), ...more } as object
        return kit.tell(sampleEvent(type, given) as NewEvent)
      }
      await told('scheduling.appointment-booked')
      return { id, start, told }
    },
    send: async () => {
      for (const job of jobs) await job.run(server.clock.now())
      await server.settle()
    },
  }
  return kit
}
