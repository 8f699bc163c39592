import type { components } from '@visitkit/contract'
import { body, type Hospital, type Person } from '../hospital/create-hospital.ts'
import { grantConsent } from './consent.ts'
import { accessiblePatient, type Requests } from './prepared-request.ts'
import { bookAppointment, type Booking } from './scheduling.ts'

type Schemas = components['schemas']

/** Waiting room, room, participants, start and end. */
export const visitRequests: Requests<
  | 'checkIn'
  | 'getVisit'
  | 'getVisitOfAppointment'
  | 'changeVisitLocation'
  | 'recordDeviceCheck'
  | 'getNetworkTest'
  | 'getQueuePosition'
  | 'getQueue'
  | 'getQueueDay'
  | 'pauseQueue'
  | 'admitPatient'
  | 'takeSeat'
  | 'leaveSeat'
  | 'recordCallTroubles'
  | 'endVisit'
  | 'sendSignal'
> = {
  checkIn: async (hospital, person) => ({
    path: { appointmentId: (await appointmentForCheckIn(hospital, await accessiblePatient(hospital, person))).id },
    body: checkInBody(),
    names: 'patient',
  }),
  getVisit: async (hospital, person) => ({
    path: { visitId: (await waitingVisit(hospital, person)).id },
    names: 'patient',
  }),
  getVisitOfAppointment: async (hospital, person) => ({
    path: { appointmentId: (await waitingVisit(hospital, person)).appointmentId },
    names: 'patient',
  }),
  changeVisitLocation: async (hospital, person) => ({
    path: { visitId: (await waitingVisit(hospital, person)).id },
    body: { ...checkInBody(), callbackPhone: '614-555-0146' },
    names: 'patient',
  }),
  recordDeviceCheck: async (hospital, person) => ({
    path: { visitId: (await waitingVisit(hospital, person)).id },
    body: { camera: 'ok', microphone: 'ok', speaker: 'ok', connection: 'good', supported: true },
    names: 'patient',
  }),
  getNetworkTest: async (hospital, person) => ({
    path: { visitId: (await waitingVisit(hospital, person)).id },
    names: 'patient',
  }),
  getQueuePosition: async (hospital, person) => ({
    path: { visitId: (await waitingVisit(hospital, person)).id },
    names: 'patient',
  }),
  getQueue: async (hospital, person) => {
    const { id: practitionerId } = await hospital.practitioner()
    const { patientId } = await waitingVisit(hospital, person, { practitionerId })
    const expected = await bookAppointment(hospital, (await hospital.patient()).id, { practitionerId, when: 'soon' })
    return { path: { practitionerId }, names: 'organization', concerns: [patientId, expected.patientId] }
  },
  getQueueDay: async (hospital) => ({
    path: { practitionerId: (await hospital.practitioner()).id },
    names: 'organization',
  }),
  pauseQueue: async (hospital) => ({
    path: { practitionerId: (await hospital.practitioner()).id },
    body: { paused: true },
    names: 'organization',
  }),
  admitPatient: async (hospital, person) => ({
    path: { visitId: (await waitingVisit(hospital, person)).id },
    names: 'patient',
  }),
  takeSeat: async (hospital, person) => ({
    path: { visitId: (await admittedVisit(hospital, person)).id },
    names: 'patient',
  }),
  leaveSeat: async (hospital, person) => {
    const { id: visitId } = await admittedVisit(hospital, person)
    return { path: { visitId, seatId: await takeSeat(person, visitId) }, names: 'person' }
  },
  recordCallTroubles: async (hospital, person) => {
    const { id: visitId } = await admittedVisit(hospital, person)
    const noPath = { trouble: 'no-path', count: 1 } as const
    const path = { visitId, seatId: await takeSeat(person, visitId) }
    return { path, body: { troubles: [noPath] }, names: 'person' }
  },
  endVisit: async (hospital, person) => ({
    path: { visitId: (await admittedVisit(hospital, person)).id },
    body: { outcome: 'completed' },
    names: 'patient',
  }),
  sendSignal: async (hospital, person) => {
    const visitId = person.role === 'guest' ? await takeGuestSeat(person) : await takeSeatInNew(hospital, person)
    // A caller without a seat gets no other response, whether the visit exists or not.
    return {
      path: { visitId },
      body: { data: { sample: true } },
      names: 'person',
      strangersGet: { status: 403, code: 'no_seat' },
    }
  },
}

/** What a patient reports at check-in. */
export const checkInBody = (): Schemas['CheckIn'] => ({
  location: {
    line1: '1 Sample Street',
    line2: 'Flat 2',
    city: 'Exampleville',
    state: 'OH',
    postalCode: '43004',
    kind: 'home',
  },
  callbackPhone: '614-555-0142',
  emergencyContact: { name: 'Robin Sample', phone: '614-555-0143' },
})

/** An appointment whose patient may check in now. */
export const appointmentForCheckIn = async (
  hospital: Hospital,
  patientId: string,
  booking: Booking = {},
): Promise<Schemas['Appointment']> => {
  const appointment = await bookAppointment(hospital, patientId, { when: 'soon', ...booking })
  await grantConsent(hospital, patientId)
  return appointment
}

/** A visit with a waiting patient. */
export const waitingVisit = async (
  hospital: Hospital,
  person: Person,
  booking: Booking = {},
): Promise<Schemas['Visit']> => {
  const { id } = await appointmentForCheckIn(hospital, await accessiblePatient(hospital, person), booking)
  return body(hospital.desk.post(`/v1/appointments/${id}/check-in`, checkInBody()))
}

/** A visit with an admitted patient. */
export const admittedVisit = async (
  hospital: Hospital,
  person: Person,
  booking: Booking = {},
): Promise<Schemas['Visit']> => {
  const visit = await waitingVisit(hospital, person, booking)
  const practitioner = await hospital.onDuty()
  return body(practitioner.post(`/v1/visits/${visit.id}/admit`))
}

const takeSeatInNew = async (hospital: Hospital, person: Person): Promise<string> => {
  const { id: visitId } = await admittedVisit(hospital, person)
  await takeSeat(person, visitId)
  return visitId
}

const takeGuestSeat = async (guest: Person): Promise<string> =>
  (await body(guest.post('/v1/guest-visit/seats'))).visitId

export const takeSeat = async (person: Person, visitId: string): Promise<string> =>
  (await body(person.post(`/v1/visits/${visitId}/seats`))).id
