import type { components } from '@visitkit/contract'
import { newId } from '../../../platform/database/ids/new-id.ts'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import type { TestHospital } from '../../../test-kit/test-hospital.ts'
import { addPractitioner, grantProxy, registerPatient } from '../../directory/index.ts'

type Schemas = components['schemas']

/** The people of a hospital and their requests around a visit. */
export interface VisitVerbs {
  /** Works every day at every hour, licensed in Ohio unless other licenses are given. */
  addPractitioner(
    licenses?: Schemas['License'][],
    zone?: string,
    given?: Partial<Schemas['CreatePractitioner']>,
  ): Promise<Person>
  addPatient(given?: Partial<Schemas['CreatePatient']>): Promise<Person>
  addProxy(patientId: string): Promise<Person>
  /** Signed in now: a session does not survive advancing the clock by hours. */
  signIn(person: Person): Promise<SignedInClient>
  /** Books through the API and returns the appointment. */
  book(patient: Person, practitioner: Person, more?: Booking): Promise<Schemas['Appointment']>
  /** `appointmentId`: for this visit only, where the law wants consent at each. */
  grant(patient: Person, purpose?: Schemas['ConsentPurpose'], appointmentId?: string): Promise<string>
  /** Booked, consented, the clock at the start of check-in, checked in. */
  checkedIn(patient: Person, practitioner: Person, more?: Booking): Promise<Schemas['Visit']>
  moveTo(instant: string): void
}
export type VisitHospital = TestHospital & VisitVerbs
export interface Booking {
  /** By its code, where it came with a pack. */
  readonly visitType?: string | Pick<Schemas['VisitType'], 'id' | 'stepMinutes'>
  /** Minutes from now. */
  readonly inMinutes?: number
  /** In the patient’s own words. */
  readonly reason?: string
}
export interface Person {
  readonly role: 'patient' | 'proxy' | 'practitioner' | 'nurse' | 'front-desk'
  readonly personId: string
  readonly patientIds?: readonly string[]
  readonly practitionerId?: string
}

export const checkInBody = (state = 'OH', more: object = {}) => ({
  location: { line1: '1 Sample Street', city: 'Exampleville', state, kind: 'home' },
  callbackPhone: '614-555-0142',
  emergencyContact: { name: 'Robin Sample', phone: '614-555-0143' },
  ...more,
})

export const sampleLicense = (state: string, expiresOn = '2028-12-31'): Schemas['License'] => ({
  state,
  number: `X-${state}`,
  kind: 'full',
  status: 'active',
  expiresOn,
})

const everyDay = [1, 2, 3, 4, 5, 6, 7]

export const withVisitVerbs = <Hospital extends TestHospital>(hospital: Hospital): Hospital & VisitVerbs => {
  const specialties = [...new Set([...hospital.types.values()].map(({ specialty }) => specialty))]
  const verbs: VisitVerbs = {
    moveTo: (instant) => hospital.clock.set(instant),
    signIn: ({ role, ...person }) => hospital.as(role, person),
    addPractitioner: async (licenses = [sampleLicense('OH')], zone = 'America/New_York', given = {}) => {
      const practitioner = await hospital.keep('directory', (context) =>
        addPractitioner(context, {
          displayName: 'Dr. Casey Example',
          title: [{ language: 'en', text: 'Physician' }],
          specialties,
          languages: ['en'],
          zone,
          licenses,
          ...given,
        }),
      )
      const administrator = await hospital.as('administrator')
      const weekly = everyDay.map((weekday) => ({ weekday, from: '00:00', to: '24:00' }))
      const rules = { zone, weekly, exceptions: [], version: 0 }
      await answered(administrator.put(`/v1/practitioners/${practitioner.id}/availability`, rules), 200)
      return { role: 'practitioner', personId: newId(), practitionerId: practitioner.id }
    },
    addPatient: async (given = {}) => {
      const { id } = await hospital.keep('directory', (context) =>
        registerPatient(context, {
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
      const proxy = await hospital.keep('directory', (context) =>
        grantProxy(context, patientId, {
          displayName: 'Robin Sample',
          relationship: 'spouse',
          scope: ['visit'],
          from: '2026-01-01',
          identity: { issuer: 'https://login.lakeside.example', subject: newId() },
        }),
      )
      return { role: 'proxy', personId: proxy.personId, patientIds: [patientId] }
    },
    book: async (patient, practitioner, { visitType = 'primary-care-follow-up', inMinutes = 120, reason } = {}) => {
      const client = await verbs.signIn(patient)
      const type = typeof visitType === 'string' ? hospital.types.get(visitType) : visitType
      if (!type) throw new Error('No visit type has this code.')
      // Slots start on a grid of at least five minutes.
      const grid = type.stepMinutes * 60_000
      const start = new Date(
        Math.ceil((hospital.clock.now().getTime() + inMinutes * 60_000) / grid) * grid,
      ).toISOString()
      const held = await answered(
        client.post('/v1/holds', {
          visitTypeId: type.id,
          start,
          practitionerId: practitioner.practitionerId,
          patientId: patient.personId,
        }),
        201,
      )
      const booking = { holdId: held.id, patientId: patient.personId, ...(reason !== undefined && { reason }) }
      return answered(client.post('/v1/appointments', booking), 201)
    },
    grant: async (patient, purpose = 'telehealth-treatment', appointmentId) => {
      const client = await verbs.signIn(patient)
      const path = `/v1/patients/${patient.personId}`
      const { items } = await answered(client.get(`${path}/consent-requirements?purposes=${purpose}`), 200)
      const { document } = items[0]
      const consent = await answered(
        client.post(`${path}/consents`, {
          documentId: document.id,
          version: document.version,
          language: document.language,
          decision: 'granted',
          signature: { kind: 'typed', name: 'Pat Sample' },
          contentHash: document.contentHash,
          sectionsSeen: document.sections.map(({ id }: { id: string }) => id),
          zone: 'America/New_York',
          ...(appointmentId !== undefined && { appointmentId }),
        }),
        201,
      )
      return consent.id
    },
    checkedIn: async (patient, practitioner, booking) => {
      const appointment = await verbs.book(patient, practitioner, booking)
      await verbs.grant(patient, 'telehealth-treatment', appointment.id)
      if (hospital.clock.now().toISOString() < appointment.checkInFrom) verbs.moveTo(appointment.checkInFrom)
      const client = await verbs.signIn(patient)
      return answered(client.post(`/v1/appointments/${appointment.id}/check-in`, checkInBody()), 201)
    },
  }
  return { ...hospital, ...verbs }
}
