import type { components } from '@visitkit/contract'
import { body, type Hospital, type Person, type Role } from '../hospital/create-hospital.ts'
import { accessiblePatient, type Requests } from './prepared-request.ts'
import { bookAppointment } from './scheduling.ts'
import { admittedVisit } from './visits.ts'

type Schemas = components['schemas']

/** Guests of a visit, and what a guest may do. */
export const guestRequests: Requests<
  'inviteGuest' | 'listGuests' | 'admitGuest' | 'removeGuest' | 'getGuestVisit' | 'takeGuestSeat' | 'leaveGuestSeat'
> = {
  inviteGuest: async (hospital, person) => ({
    path: { appointmentId: (await bookedVisit(hospital, person)).id },
    body: guest,
    names: 'patient',
  }),
  listGuests: async (hospital, person) => {
    const { id: appointmentId } = await bookedVisit(hospital, person)
    await invite(hospital.desk, appointmentId)
    return { path: { appointmentId }, names: 'patient' }
  },
  admitGuest: async (hospital, person) => {
    const { id, secret } = await invite(hospital.desk, (await admittedVisit(hospital, person)).appointmentId)
    await redeem(hospital, secret)
    return { path: { guestId: id }, names: 'patient' }
  },
  removeGuest: async (hospital, person) => ({
    path: { guestId: (await invite(hospital.desk, (await bookedVisit(hospital, person)).id)).id },
    names: 'patient',
  }),
  // The session names the visit, and the request names nothing.
  getGuestVisit: () => ({ names: 'nothing' }),
  takeGuestSeat: () => ({ names: 'nothing' }),
  leaveGuestSeat: async (_hospital, person) => ({
    path: { seatId: (await body(person.post('/v1/guest-visit/seats'))).id },
    names: 'person',
  }),
}

const bookedVisit = async (hospital: Hospital, person: Person): Promise<Schemas['Appointment']> =>
  bookAppointment(hospital, await accessiblePatient(hospital, person))

const guest: Schemas['InviteGuest'] = { name: 'Maria Gomez', kind: 'interpreter' }

const invite = (person: Person, appointmentId: string): Promise<Schemas['CreatedVisitGuest']> =>
  body(person.post(`/v1/appointments/${appointmentId}/guests`, guest))

/** Uses a code at the token endpoint, as the portal does. */
const redeem = async ({ server, portal }: Hospital, invitation: string, guestName = guest.name): Promise<void> => {
  const { status } = await fetch(`${server.url}/v1/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${portal.clientId}:${portal.clientSecret}`).toString('base64')}`,
    },
    body: new URLSearchParams({
      grant_type: 'urn:visitkit:params:oauth:grant-type:guest',
      invitation,
      guest_name: guestName,
    }),
  })
  if (status !== 200) throw new Error(`The code of a guest was refused: ${status}`)
}

/** A new person in this role; a guest is that of a new visit, and may take a seat in it. */
export const personIn = async (hospital: Hospital, role: Role, guestName?: string): Promise<Person> =>
  role === 'guest' ? hospital.signIn(await admittedGuest(hospital, guestName)) : hospital.person(role)

const admittedGuest = async (
  hospital: Hospital,
  guestName?: string,
): Promise<Pick<Person, 'role' | 'personId' | 'patientIds' | 'practitionerId'>> => {
  const visit = await admittedVisit(hospital, await hospital.person('patient'))
  const { id, secret } = await invite(hospital.desk, visit.appointmentId)
  await redeem(hospital, secret, guestName)
  await body((await hospital.onDuty()).post(`/v1/guests/${id}/admit`))
  return { role: 'guest', personId: id, patientIds: [visit.patientId], practitionerId: null }
}
