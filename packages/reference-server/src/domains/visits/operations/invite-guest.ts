import { randomBytes } from 'node:crypto'
import { operation } from '../../../platform/contracts/operation.ts'
import { formatSecret, normalizeSecret, secretBytes } from '../../../platform/identity/invitation-secret.ts'
import { guestChanged } from '../events.ts'
import { guestTimes, requireFewGuests, type KnownGuest } from '../model/guest.ts'
import type { VisitAppointment, VisitsContext } from '../ports.ts'
import { visitEnded } from '../problems.ts'
import { presentGuest } from '../presenters/present-guest.ts'
import { hashGuestSecret, insertGuest, listGuestsOf } from '../store/guests.ts'
import { findVisitOfAppointment } from '../store/visit-and-seats.ts'
import { ownersOfGuest } from '../workflows/gather-guest.ts'

const without: ReadonlySet<VisitAppointment['status']> = new Set(['completed', 'cancelled', 'no-show'])

export const inviteGuest = operation<VisitsContext>()('inviteGuest', {
  gather: async ({ path: { appointmentId } }, ports, context) => {
    const { caller, db, vault } = context
    const appointment = await ports.scheduling.appointment(context, appointmentId)
    const seated = await findVisitOfAppointment(db, context, appointmentId)
    const owners = ownersOfGuest(appointment.practitionerId, seated)
    context.access.requireOwner(owners)
    const { as } = await ports.directory.actingFor(context, appointment.patientId, 'visit')
    if (without.has(appointment.status) || seated?.visit.status === 'ended') throw visitEnded()
    const secret = formatSecret(randomBytes(secretBytes))
    const [names, { name: clinic }, guests, secretIndex] = await Promise.all([
      ports.directory.actorNames(context, [{ kind: caller.kind, id: caller.personId }], [appointment.patientId]),
      ports.directory.organization(context),
      listGuestsOf(db, [appointmentId]),
      hashGuestSecret(db, vault, caller.organizationId, normalizeSecret(secret) as string),
    ])
    const invitedBy = names.get(`${caller.kind}:${caller.personId}`) ?? clinic
    const { policy } = ports
    return { appointment, owners, guests, secret, secretIndex, invitedBy, policy, invitedByPatient: as !== 'staff' }
  },
  decide: ({ body }, { appointment, owners, guests, secret, policy, ...invitation }, { now, newId }) => {
    requireFewGuests(guests, policy, now)
    const guest: KnownGuest = {
      id: newId(),
      appointmentId: appointment.id,
      patientId: appointment.patientId,
      practitionerId: appointment.practitionerId,
      kind: body.kind,
      status: 'invited',
      invitedByPatient: invitation.invitedByPatient,
      secretIndex: invitation.secretIndex,
      ...guestTimes(appointment, policy),
      invitedAt: now,
      redeemedAt: null,
      admittedAt: null,
      endedAt: null,
      version: 1,
      details: { name: body.name, invitedBy: invitation.invitedBy },
    }
    return {
      writes: [insertGuest(guest)],
      events: [guestChanged(guest, owners)],
      answer: { status: 201, body: { ...presentGuest(guest, now), secret } },
    }
  },
})
