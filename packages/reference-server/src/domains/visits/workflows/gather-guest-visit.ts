import type { components } from '@visitkit/contract'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import { guestStatus, type KnownGuest } from '../model/guest.ts'
import { recordingState } from '../model/recording.ts'
import { isHeld, type Seat } from '../model/seat.ts'
import { treatingPractitioner, type VisitFacts } from '../model/visit.ts'
import type { VisitsContext } from '../ports.ts'
import { decryptGuest, listGuestsById, readGuest } from '../store/guests.ts'
import { findVisitOfAppointment, type SeatedVisit } from '../store/visit-and-seats.ts'
import type { EncryptedVisit } from '../store/visits.ts'

export interface LoadedGuestVisit {
  readonly guest: KnownGuest
  readonly seated: SeatedVisit<EncryptedVisit> | null
  /** For the guest. The seats and the visit are arguments: one may have just been changed. */
  readonly present: (seats: readonly Seat[], visit?: VisitFacts) => components['schemas']['GuestVisit']
}

/** The visit of the guest who asks. The session names the guest, and nothing in a request does. */
export const gatherGuestVisit = async (ports: VisitsContext, context: ReadContext): Promise<LoadedGuestVisit> => {
  const { caller, db, now } = context
  const stored = await readGuest(db, context, caller.personId)
  const [guest, appointment, organization, seated] = await Promise.all([
    decryptGuest(db, context, stored),
    ports.scheduling.appointment(context, stored.appointmentId),
    ports.directory.organization(context),
    findVisitOfAppointment(db, context, stored.appointmentId),
  ])
  const practitionerId = seated === null ? appointment.practitionerId : treatingPractitioner(seated.visit)
  const practitioner = await ports.directory.practitioner(context, practitionerId)
  // Not before: a person with a code that was meant for another one must not learn who the patient is.
  const people =
    guest.status === 'admitted' ? await peopleInRoom(ports, context, seated, practitioner.displayName) : null
  const { id: guestId, appointmentId, patientId, kind, details } = guest
  return {
    guest,
    seated,
    present: (seats, visit = seated?.visit) => ({
      ...{ guestId, appointmentId, patientId },
      name: details.ownName ?? details.name,
      kind,
      status: guestStatus(guest, now),
      invitedBy: details.invitedBy,
      clinicName: organization.name,
      practitionerName: practitioner.displayName,
      start: appointment.start.toISOString(),
      end: appointment.end.toISOString(),
      visitId: seated?.visit.id ?? null,
      visitStatus: seated?.visit.status ?? null,
      stopped: seated !== null && seated.visit.stoppedFor.length > 0,
      ...(visit !== undefined && people !== null ? recordingState(visit, seats) : { recording: false }),
      participants:
        people === null
          ? []
          : seats.filter(isHeld).map((seat) => ({
              seatId: seat.id,
              role: seat.role,
              ...(people.get(seat.personId) ?? { name: null }),
            })),
    }),
  }
}

interface PersonInRoom {
  readonly name: string
  /** Of a guest. */
  readonly kind?: KnownGuest['kind']
}

/** By person. A person who acts for the patient is not named here. */
const peopleInRoom = async (
  ports: VisitsContext,
  context: ReadContext,
  seated: SeatedVisit<EncryptedVisit> | null,
  practitionerName: string,
): Promise<ReadonlyMap<string, PersonInRoom>> => {
  const held = (seated?.seats ?? []).filter(isHeld)
  const idsOf = (role: Seat['role']) => held.filter((seat) => seat.role === role).map(({ personId }) => personId)
  const [patients, guests] = await Promise.all([
    ports.directory.patientSummaries(context, idsOf('patient')),
    listGuestsById(context.db, idsOf('guest')),
  ])
  const known = await Promise.all(guests.map((each) => decryptGuest(context.db, context, each)))
  return new Map([
    ...idsOf('practitioner').map((id) => [id, { name: practitionerName }] as const),
    ...[...patients].map(([id, { displayName }]) => [id, { name: displayName }] as const),
    ...known.map(({ id, kind, details }) => [id, { name: details.ownName ?? details.name, kind }] as const),
  ])
}
