import type { components } from '@visitkit/contract'
import { newId } from '../../../platform/database/ids/new-id.ts'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import type { NewEvent } from '../../../platform/contracts/event.ts'
import { answered } from '../../../test-kit/answered.ts'
import { freeVisitType } from '../../../test-kit/create-clinic.ts'
import type { TestHospital } from '../../../test-kit/test-hospital.ts'
import { grantProxy, registerPatient } from '../../directory/index.ts'
import { withVisitVerbs } from '../../visits/tests/hospital.testing.ts'

type Schemas = components['schemas']

interface Booked {
  readonly id: string
  readonly start: Date
  readonly practitionerId: string
}

/** Patients, members, and what messages are about. */
export interface MessagingVerbs {
  addPatient(given?: Partial<Schemas['CreatePatient']>): Promise<{ id: string; client: SignedInClient }>
  addProxy(
    patientId: string,
    scope: Schemas['ProxyScope'][],
    given?: Partial<Schemas['CreateProxy']>,
  ): Promise<SignedInClient>
  addMember(role: Schemas['Role'], displayName?: string): Promise<SignedInClient>
  /** Records a patient's decision on the consent to messages. Resolves with the id of the consent. */
  consentToMessages(client: SignedInClient, patientId: string, decision: 'granted' | 'declined'): Promise<string>
  /** Emits an event as another domain would, and delivers it. */
  emitAndSettle(event: NewEvent): Promise<void>
  /** Books an appointment that starts in the given minutes, with a practitioner of its own. */
  book(patientId: string, inMinutes: number): Promise<Booked>
  /** Moves it to another time. */
  move(booked: Booked, to: Date): Promise<void>
  cancel(booked: Booked): Promise<void>
  /** Runs everything that is due: decides, sends, settles and delivers. */
  send(): Promise<void>
}
export type MessagingHospital = TestHospital & MessagingVerbs

const jobs = ['messaging.transmit', 'messaging.delete-orphans'] as const

export const withMessagingVerbs = <Hospital extends TestHospital>(hospital: Hospital): Hospital & MessagingVerbs => {
  const { addPractitioner } = withVisitVerbs(hospital)
  /** Bookable and changeable at any time of day, up to the last minute. */
  let visitType: Promise<Schemas['VisitType']> | null = null
  const anyTime = async (): Promise<Schemas['VisitType']> =>
    answered((await hospital.as('administrator')).post('/v1/visit-types', freeVisitType), 201)
  const hold = async (patientId: string, practitionerId: string, start: Date): Promise<string> => {
    const { id: visitTypeId } = await (visitType ??= anyTime())
    const desk = await hospital.as('front-desk')
    const wish = { visitTypeId, start: start.toISOString(), practitionerId, patientId }
    return (await answered(desk.post('/v1/holds', wish), 201)).id
  }
  const verbs: MessagingVerbs = {
    addPatient: async (given = {}) => {
      const { id } = await hospital.keep('directory', (context) =>
        registerPatient(context, {
          name: { given: 'Ana', family: 'Fictional' },
          birthDate: '1984-06-15',
          state: 'OH',
          language: 'en',
          zone: 'America/New_York',
          ...given,
        }),
      )
      return { id, client: await hospital.as('patient', { personId: id }) }
    },
    addProxy: async (patientId, scope, given = {}) => {
      const proxy = await hospital.keep('directory', (context) =>
        grantProxy(context, patientId, {
          displayName: 'Robin Sample',
          relationship: 'spouse',
          scope,
          from: '2026-01-01',
          identity: { issuer: 'https://login.lakeside.example', subject: newId() },
          ...given,
        }),
      )
      return hospital.as('proxy', { personId: proxy.personId, patientIds: [patientId] })
    },
    addMember: async (role, displayName = `Sample ${role}`) => {
      const { body } = await (await hospital.as('administrator')).post('/v1/members', { displayName, roles: [role] })
      return hospital.as(role, { personId: body.id, kind: 'member' })
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
    emitAndSettle: async (event) => {
      await hospital.keep('messaging', ({ emit }) => emit(event))
      await hospital.settle()
    },
    book: async (patientId, inMinutes) => {
      const start = new Date(hospital.clock.now().getTime() + inMinutes * 60_000)
      const { practitionerId = '' } = await addPractitioner()
      const holdId = await hold(patientId, practitionerId, start)
      const desk = await hospital.as('front-desk')
      const { id } = await answered(desk.post('/v1/appointments', { holdId, patientId }), 201)
      await hospital.settle()
      return { id, start, practitionerId }
    },
    move: async ({ id, practitionerId }, to) => {
      const desk = await hospital.as('front-desk')
      const { patientId } = await answered(desk.get(`/v1/appointments/${id}`), 200)
      const holdId = await hold(patientId, practitionerId, to)
      await answered(desk.post(`/v1/appointments/${id}/reschedule`, { holdId }), 200)
      await hospital.settle()
    },
    cancel: async ({ id }) => {
      const desk = await hospital.as('front-desk')
      await answered(desk.post(`/v1/appointments/${id}/cancel`, { reason: 'patient-request' }), 200)
      await hospital.settle()
    },
    send: async () => {
      for (const job of jobs) await hospital.runJob(job)
    },
  }
  return { ...hospital, ...verbs }
}
