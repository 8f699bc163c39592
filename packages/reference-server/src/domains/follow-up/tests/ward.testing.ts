import type { components } from '@visitkit/contract'
import { newId } from '../../../platform/database/ids/new-id.ts'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import type { EventData, EventType, NewEvent } from '../../../platform/contracts/event.ts'
import { sampleEvent } from '../../../platform/contracts/sample-event.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import type { TestHospital } from '../../../test-kit/test-hospital.ts'
import { addPractitioner, addMember, grantProxy, registerPatient } from '../../directory/index.ts'
import { sampleLicense, samplePatient } from '../../directory/tests/lakeside.testing.ts'
import { complete } from '../../documentation/tests/documenting-hospital.testing.ts'
import { checkInBody, withVisitVerbs } from '../../visits/tests/hospital.testing.ts'

type Schemas = components['schemas']

/** A practitioner, their patients, and their requests up to the end of a visit and after it. */
export interface FollowUpVerbs {
  readonly doctor: { readonly practitionerId: string; readonly memberId: string }
  /** Advances the clock. Sessions do not survive hours, so people sign in again. */
  moveTo(instant: Date | string): void
  addPatient(given?: Partial<Schemas['CreatePatient']>): Promise<string>
  asPatient(patientId: string): Promise<SignedInClient>
  asProxy(patientId: string, scope: Schemas['ProxyScope'][]): Promise<SignedInClient>
  asDoctor(): Promise<SignedInClient>
  book(patientId: string, visitType: string, inMinutes?: number): Promise<Schemas['Appointment']>
  /** With the required consent, and checked in. */
  checkIn(appointment: Schemas['Appointment']): Promise<Schemas['Visit']>
  /** Booked, checked in, held and ended. Returns the visit's id. The clock advances to the visit. */
  visited(patientId: string, visitType?: string, outcome?: Schemas['VisitOutcome']): Promise<string>
  /** Writes and signs the note of a visit. */
  sign(
    visitId: string,
    given?: {
      readonly diagnoses?: Schemas['SaveNote']['diagnoses']
      readonly services?: Schemas['SaveNote']['services']
      readonly instructions?: string
    },
  ): Promise<Schemas['Note']>
  /** Adds an addendum to a signed note. */
  addend(note: Schemas['Note'], text: string): Promise<void>
  /** Emits an event as another domain would, with defaults for what is not given. */
  emit<Type extends EventType>(type: Type, given: Partial<EventData[Type]>): Promise<void>
}
export type FollowUpHospital = TestHospital & FollowUpVerbs

const everyDay = [1, 2, 3, 4, 5, 6, 7]

export const withFollowUpVerbs = async <Hospital extends TestHospital>(
  hospital: Hospital,
): Promise<Hospital & FollowUpVerbs> => {
  const { types } = hospital
  const { grant } = withVisitVerbs(hospital)
  const member = await hospital.keep('directory', (context) =>
    addMember(context, {
      displayName: 'Dr. Casey Example',
      roles: ['practitioner'],
      identity: { issuer: 'https://login.lakeside.example', subject: newId() },
    }),
  )
  const practitioner = await hospital.keep('directory', (context) =>
    addPractitioner(context, {
      memberId: member.id,
      displayName: 'Dr. Casey Example',
      title: [{ language: 'en', text: 'Physician' }],
      specialties: [...new Set([...types.values()].map(({ specialty }) => specialty))],
      languages: ['en'],
      zone: 'America/New_York',
      npi: '1234567893',
      licenses: [sampleLicense({ expiresOn: '2028-12-31' })],
    }),
  )
  const administrator = await hospital.as('administrator')
  await answered(
    administrator.put(`/v1/practitioners/${practitioner.id}/availability`, {
      zone: 'America/New_York',
      weekly: everyDay.map((weekday) => ({ weekday, from: '00:00', to: '24:00' })),
      exceptions: [],
      version: 0,
    }),
    200,
  )

  const verbs: FollowUpVerbs = {
    doctor: { practitionerId: practitioner.id, memberId: member.id },
    moveTo: (instant) => hospital.clock.set(new Date(instant).toISOString()),
    addPatient: async (given = {}) => {
      const { id } = await hospital.keep('directory', (context) => registerPatient(context, samplePatient(given)))
      return id
    },
    asPatient: (patientId) => hospital.as('patient', { personId: patientId }),
    asProxy: async (patientId, scope) => {
      const { personId } = await hospital.keep('directory', (context) =>
        grantProxy(context, patientId, {
          displayName: 'Robin Sample',
          relationship: 'spouse',
          scope,
          from: '2026-01-01',
          identity: { issuer: 'https://login.lakeside.example', subject: newId() },
        }),
      )
      return hospital.as('proxy', { personId, patientIds: [patientId] })
    },
    asDoctor: () => hospital.as('practitioner', { personId: member.id, practitionerId: practitioner.id }),
    book: async (patientId, visitType, inMinutes = 900) => {
      const desk = await hospital.as('front-desk')
      const type = types.get(visitType)
      if (!type) throw new Error(`no visit type ${visitType}`)
      const from = hospital.clock.now().getTime() + inMinutes * 60_000
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
      await hospital.settle()
      return appointment
    },
    visited: async (patientId, visitType = 'primary-care-follow-up', outcome = 'completed') => {
      const appointment = await verbs.book(patientId, visitType)
      verbs.moveTo(appointment.checkInFrom)
      const visit = await verbs.checkIn(appointment)
      const doctor = await verbs.asDoctor()
      await answered(doctor.post(`/v1/visits/${visit.id}/admit`), 200)
      await answered(doctor.post(`/v1/visits/${visit.id}/end`, { outcome }), 200)
      await hospital.settle()
      return visit.id
    },
    checkIn: async ({ id, patientId, requiredConsents }) => {
      for (const purpose of requiredConsents)
        await grant({ role: 'patient', personId: patientId, patientIds: [patientId] }, purpose)
      const patient = await verbs.asPatient(patientId)
      const visit = await answered(patient.post(`/v1/appointments/${id}/check-in`, checkInBody()), 201)
      await hospital.settle()
      return visit
    },
    sign: async (
      visitId,
      { diagnoses = [{ code: 'I10' }], services, instructions = 'Take your blood pressure twice a day.' } = {},
    ) => {
      const doctor = await verbs.asDoctor()
      const note: Schemas['Note'] = await answered(doctor.post(`/v1/visits/${visitId}/note`), 200)
      const { sections, ...rest } = complete(note)
      const texts = sections.map((section) =>
        section.code === 'instructions' ? { ...section, text: instructions } : section,
      )
      const body = { ...rest, sections: texts, diagnoses, ...(services && { services }) }
      const { version } = await answered(doctor.put(`/v1/notes/${note.id}`, body), 200)
      const signed = await answered(doctor.post(`/v1/notes/${note.id}/sign`, { version }), 200)
      await hospital.settle()
      return signed
    },
    addend: async ({ id }, text) => {
      await answered((await verbs.asDoctor()).post(`/v1/notes/${id}/addenda`, { text }), 201)
      await hospital.settle()
    },
    emit: async (type, given) => {
      await hospital.keep('follow_up', ({ emit }) => emit(sampleEvent(type, given) as NewEvent))
      await hospital.settle()
    },
  }
  return { ...hospital, ...verbs }
}
