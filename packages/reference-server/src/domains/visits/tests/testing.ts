import type { components } from '@visitkit/contract'
import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import type { DomainModule } from '../../../platform/contracts/domain-module.ts'
import { newId } from '../../../platform/database/ids/new-id.ts'
import {
  startTestServer,
  type SignedInClient,
  type TestPlatform,
  type TestServer,
} from '../../../platform/http/tests/testing.ts'
import { createPeerProvider } from '../../../vendors/video/peer/peer-provider.ts'
import type { VideoProvider } from '../../../vendors/video/provider.ts'
import { shippedCapabilities } from '../../../vendors/video/shipped-capabilities.testing.ts'
import { loadConsentPack, publishStarterTexts } from '../../consent/index.ts'
import { addPractitioner, foundOrganization, grantProxy, registerPatient } from '../../directory/index.ts'
import { loadQuestionnaires, type IntakeProvides } from '../../intake/index.ts'
import { installSpecialties, loadSpecialtyPacks } from '../../scheduling/index.ts'
import { composeVisits, type Upstream } from './compose-visits.testing.ts'
import { loadVisitsPolicy, type VisitsProvides } from '../index.ts'
import type { Signal, VideoFinding } from '../ports.ts'

type Schemas = components['schemas']

/** A health system with everything that a visit needs, over HTTP. Wednesday, ten in the morning in New York. */
export interface TestHospital {
  readonly server: TestServer
  readonly intake: IntakeProvides
  readonly visits: VisitsProvides
  readonly jobs: Readonly<
    Record<'noticeAbsences' | 'closeStale' | 'sweepRooms' | 'watchWebhooks', (now: Date) => Promise<void>>
  >
  /** What an operator was warned of. */
  readonly findings: readonly VideoFinding[]
  /** What the rooms' browsers were sent. */
  readonly signals: readonly Signal[]
  /** Works every day at every hour, licensed in Ohio unless other licences are given. */
  addPractitioner(licences?: Schemas['Licence'][], zone?: string): Promise<Person>
  addPatient(given?: Partial<Schemas['CreatePatient']>): Promise<Person>
  addProxy(patientId: string): Promise<Person>
  /** Signed in now; a session does not outlive a clock that is moved by hours. */
  signIn(person: Person): Promise<SignedInClient>
  /** Books by way of the API; answers the appointment. */
  book(patient: Person, practitioner: Person, more?: Booking): Promise<Schemas['Appointment']>
  grant(patient: Person, purpose?: Schemas['ConsentPurpose']): Promise<string>
  /** Booked, consented, the clock at the start of check-in, checked in. */
  checkedIn(patient: Person, practitioner: Person, more?: Booking): Promise<Schemas['Visit']>
  moveTo(instant: string): void
}
export interface Booking {
  readonly visitType?: string
  /** From now. */
  readonly inMinutes?: number
}
export interface Person {
  readonly role: 'patient' | 'proxy' | 'practitioner' | 'nurse' | 'front-desk'
  readonly personId: string
  readonly patientIds?: readonly string[]
  readonly practitionerId?: string
}

export const checkInBody = (state = 'OH', more: object = {}) => ({
  location: { line1: '1 Sample Street', city: 'Exampleville', state, kind: 'home' },
  callbackPhone: '555-0142',
  emergencyContact: { name: 'Robin Sample', phone: '555-0143' },
  ...more,
})

export const licence = (state: string, expiresOn = '2028-12-31'): Schemas['Licence'] => ({
  state,
  number: `X-${state}`,
  kind: 'full',
  status: 'active',
  expiresOn,
})

/** Events of the outbox by type, oldest first. */
export const eventsOf = async (server: TestServer, type: string): Promise<Record<string, unknown>[]> => {
  const rows = await server.platform.database
    .readerAcross('platform')
    .selectFrom('platform.outbox')
    .select(['data'])
    .where('type', '=', type)
    .orderBy('id')
    .execute()
  return rows.map(({ data }) => data as Record<string, unknown>)
}

const everyDay = [1, 2, 3, 4, 5, 6, 7]

export const startHospital = async (
  engine: 'pglite' | 'postgres',
  providers: Partial<Record<Schemas['VideoVendor'], VideoProvider>> = {
    peer: createPeerProvider({ capabilities: shippedCapabilities('peer', 'direct') }),
  },
  /** Domains that follow visits. */
  downstream: (platform: TestPlatform, upstream: Upstream) => readonly { readonly module: DomainModule }[] = () => [],
): Promise<TestHospital> => {
  const signals: Signal[] = []
  const findings: VideoFinding[] = []
  const [questionnaires, policy, consentPack] = await Promise.all([
    loadQuestionnaires(),
    loadVisitsPolicy(),
    loadConsentPack(),
  ])
  const specialties = loadSpecialtyPacks('2026-11-24')
  let intakeProvides: IntakeProvides | undefined
  let visitsProvides: VisitsProvides | undefined
  let jobs: readonly DomainJob[] = []
  const server = await startTestServer({
    engine,
    now: '2026-11-25T15:00:00Z',
    signal: (...signal) => visitsProvides!.deliverSignal(...signal),
    modules: (platform) => {
      const { domains, upstream, visits } = composeVisits(platform, {
        consentPack,
        specialties,
        questionnaires,
        policy,
        providers,
        onSignal: (signal) => signals.push(signal),
        onFinding: (finding) => findings.push(finding),
      })
      intakeProvides = upstream.intake
      visitsProvides = upstream.visits
      jobs = visits.module.jobs
      return [...domains, ...downstream(platform, upstream)]
    },
  })
  const { organizationId } = server
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
    publishStarterTexts(keeping, consentPack, { reviewedBy: 'A. Translator (sample)' }),
  )
  const types = new Map(
    (await server.keep('scheduling', ({ tx }) => installSpecialties(tx, organizationId, specialties, newId))).map(
      (type) => [type.code, type],
    ),
  )
  const expect = async (answer: Promise<{ status: number; body: unknown }>, status: number) => {
    const { status: given, body } = await answer
    if (given !== status) throw new Error(`expected ${status}, was answered ${given}: ${JSON.stringify(body)}`)
    // oxlint-disable-next-line typescript/no-explicit-any -- as the test client types its answers
    return body as any
  }

  const runJob = (name: string) => async (now: Date) => jobs.find((job) => job.name === name)?.run(now)

  const hospital: TestHospital = {
    server,
    intake: intakeProvides!,
    visits: visitsProvides!,
    jobs: {
      noticeAbsences: runJob('visits.notice-absences'),
      closeStale: runJob('visits.close-stale-visits'),
      sweepRooms: runJob('visits.sweep-rooms'),
      watchWebhooks: runJob('visits.watch-video-webhooks'),
    },
    findings,
    signals,
    moveTo: (instant) => server.clock.set(instant),
    signIn: ({ role, ...person }) => server.as(role, person),
    addPractitioner: async (licences = [licence('OH')], zone = 'America/New_York') => {
      const practitioner = await server.keep('directory', (keeping) =>
        addPractitioner(keeping, {
          displayName: 'Dr. Casey Example',
          title: [{ language: 'en', text: 'Physician' }],
          specialties: [...specialties.keys()],
          languages: ['en'],
          zone,
          licences,
        }),
      )
      const administrator = await server.as('administrator')
      const weekly = everyDay.map((weekday) => ({ weekday, from: '00:00', to: '24:00' }))
      const rules = { zone, weekly, exceptions: [], version: 0 }
      await expect(administrator.put(`/v1/practitioners/${practitioner.id}/availability`, rules), 200)
      return { role: 'practitioner', personId: newId(), practitionerId: practitioner.id }
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
      return { role: 'patient', personId: id, patientIds: [id] }
    },
    addProxy: async (patientId) => {
      const proxy = await server.keep('directory', (keeping) =>
        grantProxy(keeping, patientId, {
          displayName: 'Robin Sample',
          relationship: 'spouse',
          scope: ['visit'],
          from: '2026-01-01',
          identity: { issuer: 'https://login.lakeside.example', subject: newId() },
        }),
      )
      return { role: 'proxy', personId: proxy.personId, patientIds: [patientId] }
    },
    book: async (patient, practitioner, { visitType = 'primary-care-follow-up', inMinutes = 120 } = {}) => {
      const client = await hospital.signIn(patient)
      const type = types.get(visitType)
      if (!type) throw new Error(`no visit type ${visitType}`)
      // Starts stand on a grid of five minutes at least.
      const grid = type.stepMinutes * 60_000
      const start = new Date(Math.ceil((server.clock.now().getTime() + inMinutes * 60_000) / grid) * grid).toISOString()
      const held = await expect(
        client.post('/v1/holds', {
          visitTypeId: type.id,
          start,
          practitionerId: practitioner.practitionerId,
          patientId: patient.personId,
        }),
        201,
      )
      return expect(client.post('/v1/appointments', { holdId: held.id, patientId: patient.personId }), 201)
    },
    grant: async (patient, purpose = 'telehealth-treatment') => {
      const client = await hospital.signIn(patient)
      const path = `/v1/patients/${patient.personId}`
      const { items } = await expect(client.get(`${path}/consent-requirements?purposes=${purpose}`), 200)
      const { document } = items[0]
      const consent = await expect(
        client.post(`${path}/consents`, {
          documentId: document.id,
          version: document.version,
          language: document.language,
          decision: 'granted',
          signature: { kind: 'typed', name: 'Pat Sample' },
          contentHash: document.contentHash,
          sectionsSeen: document.sections.map(({ id }: { id: string }) => id),
          zone: 'America/New_York',
        }),
        201,
      )
      return consent.id
    },
    checkedIn: async (patient, practitioner, booking) => {
      const appointment = await hospital.book(patient, practitioner, booking)
      await hospital.grant(patient)
      if (server.clock.now().toISOString() < appointment.checkInFrom) hospital.moveTo(appointment.checkInFrom)
      const client = await hospital.signIn(patient)
      return expect(client.post(`/v1/appointments/${appointment.id}/check-in`, checkInBody()), 201)
    },
  }
  return hospital
}
