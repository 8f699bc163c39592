import type { components } from '@visitkit/contract'
import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import { newId } from '../../../platform/database/ids/new-id.ts'
import { startTestServer } from '../../../platform/http/tests/testing.ts'
import type { SignedInClient, TestServer } from '../../../platform/http/tests/test-server.ts'
import type { EventData, EventType, NewEvent } from '../../../platform/contracts/event.ts'
import { sampleEvent } from '../../../platform/contracts/sample-event.testing.ts'
import { createPeerProvider } from '../../../vendors/video/peer/peer-provider.ts'
import { createConsentDomain, loadConsentPack, publishStarterTexts } from '../../consent/index.ts'
import { addPractitioner, addMember, grantProxy, registerPatient } from '../../directory/index.ts'
import { directoryFor, foundLakeside, license, samplePatient } from '../../directory/tests/testing.ts'
import { createIntakeDomain, loadQuestionnaires } from '../../intake/index.ts'
import { createSchedulingDomain, installSpecialties, loadSpecialtyPacks } from '../../scheduling/index.ts'
import { createVisitsDomain, loadVisitsPolicy } from '../../visits/index.ts'
import { checkInBody } from '../../visits/tests/testing.ts'
import { createFollowUpDomain, loadFollowUpPack, type FollowUpPorts, type FollowUpProvides } from '../index.ts'
import { shippedCapabilities } from '../../../vendors/video/shipped-capabilities.testing.ts'

type Schemas = components['schemas']
type SignedNote = NonNullable<Awaited<ReturnType<FollowUpPorts['documentation']['signedNote']>>>

/** What note, prescriptions and laboratory of a visit say: the three domains beside this one, played by the test. */
export interface Written {
  version: number
  diagnoses: { code: string; display: string }[]
  instructions: SignedNote['instructions']
  addenda: SignedNote['addenda']
  medicines: Awaited<ReturnType<FollowUpPorts['prescriptions']['prescriptionsOfVisit']>>
  orders: Awaited<ReturnType<FollowUpPorts['labs']['ordersOfVisit']>>
}

/** A health system up to the end of a visit, over HTTP. Wednesday, ten in the morning in New York. */
export interface TestWard {
  readonly server: TestServer
  readonly provides: FollowUpProvides
  readonly types: ReadonlyMap<string, Schemas['VisitType']>
  readonly written: Map<string, Written>
  /** Runs the timer of this name at the present time. */
  runJob(name: string): Promise<void>
  /** Moves the clock; sessions do not outlive hours, so people sign in again. */
  moveTo(instant: Date | string): void
  addPatient(given?: Partial<Schemas['CreatePatient']>): Promise<string>
  asPatient(patientId: string): Promise<SignedInClient>
  asProxy(patientId: string, scope: Schemas['ProxyScope'][]): Promise<SignedInClient>
  asDoctor(): Promise<SignedInClient>
  readonly doctor: { readonly practitionerId: string; readonly memberId: string }
  book(patientId: string, visitType: string, inMinutes?: number): Promise<Schemas['Appointment']>
  /** Agreed to what the visit needs, and checked in. */
  checkIn(appointment: Schemas['Appointment']): Promise<Schemas['Visit']>
  /** Booked, checked in, held and ended; answers the visit's id. Time moves to the visit. */
  visited(patientId: string, visitType?: string, outcome?: Schemas['VisitOutcome']): Promise<string>
  /** Signs the note of a visit, or corrects it. */
  sign(visitId: string, patientId: string, given?: Partial<Written>): Promise<void>
  /** Emits what another domain would; what is not given is made up. */
  emit<Type extends EventType>(type: Type, given: Partial<EventData[Type]>): Promise<void>
}

const everyDay = [1, 2, 3, 4, 5, 6, 7]

export const answered = async <A>(answer: Promise<{ status: number; body: A }>, status: number): Promise<A> => {
  const { status: given, body } = await answer
  if (given !== status) throw new Error(`expected ${status}, was answered ${given}: ${JSON.stringify(body)}`)
  return body
}

export const startWard = async (engine: 'pglite' | 'postgres'): Promise<TestWard> => {
  const written = new Map<string, Written>()
  const [questionnaires, visitsPolicy, consentPack] = await Promise.all([
    loadQuestionnaires(),
    loadVisitsPolicy(),
    loadConsentPack(),
  ])
  const specialties = loadSpecialtyPacks('2026-11-24')
  let provides: FollowUpProvides | undefined
  let jobs: readonly DomainJob[] = []
  let types: ReadonlyMap<string, Schemas['VisitType']> = new Map()
  const server = await startTestServer({
    engine,
    now: '2026-11-25T15:00:00Z',
    modules: (platform) => {
      const directory = directoryFor(platform)
      const { organizationIds } = directory.provides
      const consent = createConsentDomain({
        database: platform.database,
        pack: consentPack,
        ports: {
          directory: directory.provides,
          signer: {
            sign: async () => ({ signature: Buffer.alloc(64), keyId: 'test', publicKey: Buffer.alloc(32) }),
          },
        },
      })
      const scheduling = createSchedulingDomain({
        ...platform,
        specialties,
        ports: { directory: directory.provides, organizationIds },
      })
      const intake = createIntakeDomain({
        database: platform.database,
        questionnaires,
        ports: { scheduling: scheduling.provides, directory: directory.provides },
      })
      const peer = createPeerProvider({ capabilities: shippedCapabilities('peer', 'direct') })
      const visits = createVisitsDomain({
        ...platform,
        policy: visitsPolicy,
        ports: {
          scheduling: scheduling.provides,
          directory: directory.provides,
          consent: consent.provides,
          intake: intake.provides,
          video: { providerOf: async () => peer, providers: () => new Map(), report: () => undefined },
          signals: { send: () => undefined },
        },
      })
      const followUp = createFollowUpDomain({
        ...platform,
        pack: loadFollowUpPack(),
        specialties,
        ports: {
          directory: directory.provides,
          scheduling: scheduling.provides,
          intake: intake.provides,
          visits: visits.provides,
          documentation: { signedNote: async (_, visitId) => written.get(visitId) ?? null },
          prescriptions: { prescriptionsOfVisit: async (_, visitId) => written.get(visitId)?.medicines ?? [] },
          labs: { ordersOfVisit: async (_, visitId) => written.get(visitId)?.orders ?? [] },
        },
      })
      provides = followUp.provides
      jobs = [...scheduling.module.jobs, ...followUp.module.jobs]
      return [directory, consent, scheduling, intake, visits, followUp]
    },
  })
  const { organizationId } = server
  await foundLakeside(server)
  await server.keep('consent', (keeping) =>
    publishStarterTexts(keeping, consentPack, { reviewedBy: 'A. Translator (sample)' }),
  )
  const installed = await server.keep('scheduling', ({ tx }) =>
    installSpecialties(tx, organizationId, specialties, newId),
  )
  types = new Map(installed.map((type) => [type.code, type]))
  const member = await server.keep('directory', (keeping) =>
    addMember(keeping, {
      displayName: 'Dr. Casey Example',
      roles: ['practitioner'],
      identity: { issuer: 'https://login.lakeside.example', subject: newId() },
    }),
  )
  const practitioner = await server.keep('directory', (keeping) =>
    addPractitioner(keeping, {
      memberId: member.id,
      displayName: 'Dr. Casey Example',
      title: [{ language: 'en', text: 'Physician' }],
      specialties: [...specialties.keys()],
      languages: ['en'],
      zone: 'America/New_York',
      licences: [license({ expiresOn: '2028-12-31' })],
    }),
  )
  const administrator = await server.as('administrator')
  const weekly = everyDay.map((weekday) => ({ weekday, from: '00:00', to: '24:00' }))
  await answered(
    administrator.put(`/v1/practitioners/${practitioner.id}/availability`, {
      zone: 'America/New_York',
      weekly,
      exceptions: [],
      version: 0,
    }),
    200,
  )

  const ward: TestWard = {
    server,
    provides: provides!,
    get types() {
      return types
    },
    written,
    doctor: { practitionerId: practitioner.id, memberId: member.id },
    runJob: async (name) => {
      await jobs.find((job) => job.name === name)!.run(server.clock.now())
      await server.settle()
    },
    moveTo: (instant) => server.clock.set(new Date(instant).toISOString()),
    addPatient: async (given = {}) => {
      const { id } = await server.keep('directory', (keeping) => registerPatient(keeping, samplePatient(given)))
      return id
    },
    asPatient: (patientId) => server.as('patient', { personId: patientId }),
    asProxy: async (patientId, scope) => {
      const { personId } = await server.keep('directory', (keeping) =>
        grantProxy(keeping, patientId, {
          displayName: 'Robin Sample',
          relationship: 'spouse',
          scope,
          from: '2026-01-01',
          identity: { issuer: 'https://login.lakeside.example', subject: newId() },
        }),
      )
      return server.as('proxy', { personId, patientIds: [patientId] })
    },
    asDoctor: () => server.as('practitioner', { personId: member.id, practitionerId: practitioner.id }),
    book: async (patientId, visitType, inMinutes = 900) => {
      const desk = await server.as('front-desk')
      const type = types.get(visitType)
      if (!type) throw new Error(`no visit type ${visitType}`)
      const from = server.clock.now().getTime() + inMinutes * 60_000
      const query = new URLSearchParams({
        visitTypeId: type.id,
        practitionerId: practitioner.id,
        from: new Date(from).toISOString(),
        to: new Date(from + 86_400_000).toISOString(),
      })
      const { items } = await answered(desk.get(`/v1/slots?${query}`), 200)
      const hold = await answered(
        desk.post('/v1/holds', {
          visitTypeId: type.id,
          start: items[0].start,
          practitionerId: practitioner.id,
          patientId,
        }),
        201,
      )
      const appointment = await answered(desk.post('/v1/appointments', { holdId: hold.id, patientId }), 201)
      await server.settle()
      return appointment
    },
    visited: async (patientId, visitType = 'primary-care-follow-up', outcome = 'completed') => {
      const appointment = await ward.book(patientId, visitType)
      ward.moveTo(appointment.checkInFrom)
      const visit = await ward.checkIn(appointment)
      const doctor = await ward.asDoctor()
      await answered(doctor.post(`/v1/visits/${visit.id}/admit`), 200)
      await answered(doctor.post(`/v1/visits/${visit.id}/end`, { outcome }), 200)
      await server.settle()
      return visit.id
    },
    checkIn: async ({ id, patientId, requiredConsents }) => {
      const patient = await ward.asPatient(patientId)
      for (const purpose of requiredConsents) await grant(patient, patientId, purpose)
      const visit = await answered(patient.post(`/v1/appointments/${id}/check-in`, checkInBody()), 201)
      await server.settle()
      return visit
    },
    sign: async (visitId, patientId, given = {}) => {
      const before = written.get(visitId)
      const version = (before?.version ?? 0) + 1
      written.set(visitId, {
        diagnoses: [{ code: 'I10', display: 'Essential (primary) hypertension' }],
        addenda: [],
        instructions: [
          { heading: [{ language: 'en', text: 'What to do' }], text: 'Take your blood pressure twice a day.' },
        ],
        medicines: [],
        orders: [],
        ...before,
        ...given,
        version,
      })
      const type = version === 1 ? 'documentation.note-signed' : 'documentation.note-addended'
      await ward.emit(type, {
        noteId: visitId,
        visitId,
        patientId,
        practitionerId: practitioner.id,
        version,
      })
    },
    emit: async (type, given) => {
      await server.keep('follow_up', ({ emit }) => emit(sampleEvent(type, given) as NewEvent))
      await server.settle()
    },
  }
  const grant = async (patient: SignedInClient, patientId: string, purpose: string): Promise<void> => {
    const path = `/v1/patients/${patientId}`
    const { items } = await answered(patient.get(`${path}/consent-requirements?purposes=${purpose}`), 200)
    const { document } = items[0]
    await answered(
      patient.post(`${path}/consents`, {
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
  }
  return ward
}
