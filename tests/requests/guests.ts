import type { components } from '@visitkit/contract'
import { body, type Hospital, type Person, type Role } from '../hospital/create-hospital.ts'
import type { Requests } from './prepared-request.ts'
import { admittedVisit, waitingVisit } from './visits.ts'

type Schemas = components['schemas']

/** Guests of a visit, and what a guest may do. */
export const guestRequests: Requests<
  'inviteGuest' | 'listGuests' | 'admitGuest' | 'removeGuest' | 'getGuestVisit' | 'takeGuestSeat' | 'leaveGuestSeat'
> = {
  inviteGuest: async (hospital, person) => ({
    path: { appointmentId: (await waitingVisit(hospital, person)).appointmentId },
    body: guest,
    names: 'patient',
  }),
  listGuests: async (hospital, person) => {
    const { appointmentId } = await waitingVisit(hospital, person)
    await invite(hospital.desk, appointmentId)
    return { path: { appointmentId }, names: 'patient' }
  },
  admitGuest: async (hospital, person) => {
    const { id, secret } = await invite(hospital.desk, (await admittedVisit(hospital, person)).appointmentId)
    await redeem(hospital, secret)
    return { path: { guestId: id }, names: 'patient' }
  },
  removeGuest: async (hospital, person) => ({
    path: { guestId: (await invite(hospital.desk, (await waitingVisit(hospital, person)).appointmentId)).id },
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

const guest: Schemas['InviteGuest'] = { name: 'Maria Gomez', kind: 'interpreter' }

const invite = (person: Person, appointmentId: string): Promise<Schemas['CreatedVisitGuest']> =>
  body(person.post(`/v1/appointments/${appointmentId}/guests`, guest))

/** Uses a code at the token endpoint, as the portal does. */
const redeem = async ({ server, portal }: Hospital, invitation: string): Promise<void> => {
  const { status } = await fetch(`${server.url}/v1/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${portal.clientId}:${portal.clientSecret}`).toString('base64')}`,
    },
    body: new URLSearchParams({
      grant_type: 'urn:visitkit:params:oauth:grant-type:guest',
      invitation,
      guest_name: guest.name,
    }),
  })
  if (status !== 200) throw new Error(`The code of a guest was refused: ${status}`)
}

/** A new person in this role; a guest is that of a new visit, and may take a seat in it. */
export const personIn = async (hospital: Hospital, role: Role): Promise<Person> =>
  role === 'guest' ? hospital.signIn(await admittedGuest(hospital)) : hospital.person(role)

const admittedGuest = async (
  hospital: Hospital,
): Promise<Pick<Person, 'role' | 'personId' | 'patientIds' | 'practitionerId'>> => {
  const visit = await admittedVisit(hospital, await hospital.person('patient'))
  const { id, secret } = await invite(hospital.desk, visit.appointmentId)
  await redeem(hospital, secret)
  await body((await hospital.onDuty()).post(`/v1/guests/${id}/admit`))
  return { role: 'guest', personId: id, patientIds: [visit.patientId], practitionerId: null }
}
