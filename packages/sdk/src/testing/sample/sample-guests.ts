import type { GuestVisit, Seat, Visit, VisitGuest } from '../../generated/models.ts'
import { problem } from '../test-problem.ts'
import type { SampleDomain } from './sample-domain.ts'
import { sampleClinician, samplePatientSummary } from './sample-people.ts'
import { answerRecording, askNewcomers, recordingForGuest } from './sample-recordings.ts'
import { find, instant, minute } from './sample-state.ts'

const over: ReadonlySet<VisitGuest['status']> = new Set(['withdrawn', 'refused', 'removed', 'expired', 'ended'])

/** Guests of a visit. The client of the guest is that of the guest who was invited last and used their code. */
export const guestsSample: SampleDomain = (context) => {
  const { state, live, now, newId } = context
  const changed = (guest: VisitGuest, more: Partial<VisitGuest>): VisitGuest => {
    Object.assign(guest, more, { version: guest.version + 1 })
    const { id: guestId, appointmentId, patientId } = guest
    live.emit({ type: 'guest.changed', ids: { guestId, appointmentId, patientId } })
    return guest
  }
  const visitOf = ({ appointmentId }: VisitGuest): Visit | undefined =>
    state.visits.find((visit) => visit.appointmentId === appointmentId)
  const own = (): VisitGuest =>
    state.guests.findLast(({ ownName }) => ownName !== undefined) ??
    (() => {
      throw problem(404, 'not_found')
    })()

  const place = (visit: Visit, guest: VisitGuest, seatId: string | null): void => {
    const others = visit.participants.filter(({ guestId }) => guestId !== guest.id)
    const before = visit.participants.find(({ guestId }) => guestId === guest.id)
    const here =
      seatId === null
        ? before && { ...before, presence: 'left' as const, leftAt: instant(now()) }
        : {
            seatId,
            role: 'guest' as const,
            presence: 'in-room' as const,
            joinedAt: instant(now()),
            guestId: guest.id,
            troubles: [],
          }
    visit.participants = here ? [...others, here] : others
    askNewcomers(visit, seatId)
    visit.version += 1
    const { id: visitId, appointmentId, patientId } = visit
    live.emit({ type: 'seat.changed', ids: { visitId, appointmentId, patientId } })
  }

  const forGuest = (guest: VisitGuest): GuestVisit => {
    const visit = visitOf(guest)
    const { start, end } = find(state.appointments, guest.appointmentId)
    const names = {
      patient: samplePatientSummary.displayName,
      practitioner: sampleClinician.displayName,
      guest: guest.ownName ?? guest.name,
    }
    return {
      guestId: guest.id,
      ...{ appointmentId: guest.appointmentId, patientId: guest.patientId },
      name: guest.ownName ?? guest.name,
      kind: guest.kind,
      status: guest.status,
      invitedBy: guest.invitedBy,
      clinicName: state.organization.name,
      practitionerName: sampleClinician.displayName,
      ...{ start, end },
      visitId: visit?.id ?? null,
      visitStatus: visit?.status ?? null,
      stopped: visit?.stoppedFor !== undefined,
      ...recordingForGuest(guest, visit),
      participants:
        guest.status === 'admitted' && visit
          ? visit.participants
              .filter(({ presence }) => presence === 'in-room')
              .map(({ seatId, role }) => ({
                ...{ seatId, role, name: names[role as keyof typeof names] ?? null },
                ...(role === 'guest' && { kind: guest.kind }),
              }))
          : [],
    }
  }

  return (person) => ({
    inviteGuest: ({ path: { appointmentId }, body }) => {
      const appointment = find(state.appointments, appointmentId)
      if (visitOf({ appointmentId } as VisitGuest)?.status === 'ended') return problem(409, 'visit_ended')
      if (state.guests.filter((one) => one.appointmentId === appointmentId && !over.has(one.status)).length >= 4)
        return problem(409, 'too_many_invitations')
      const guest: VisitGuest = {
        id: newId('guest'),
        appointmentId,
        patientId: appointment.patientId,
        ...body,
        status: 'invited',
        invitedBy: person === 'patient' ? samplePatientSummary.displayName : sampleClinician.displayName,
        invitedByPatient: person === 'patient',
        opensAt: instant(Date.parse(appointment.start) - 60 * minute),
        expiresAt: instant(Date.parse(appointment.end) + 180 * minute),
        version: 0,
      }
      state.guests.push(guest)
      return { ...changed(guest, {}), secret: '7K3M9-QXT4W-ZR8NB-H2CVD' }
    },
    listGuests: ({ path: { appointmentId } }) => ({
      appointmentId,
      patientId: find(state.appointments, appointmentId).patientId,
      items: state.guests.filter((one) => one.appointmentId === appointmentId),
    }),
    admitGuest: ({ path: { guestId } }) => {
      const guest = find(state.guests, guestId)
      if (guest.status === 'admitted') return guest
      if (guest.status !== 'waiting') return problem(409, 'guest_not_waiting')
      return changed(guest, { status: 'admitted' })
    },
    removeGuest: ({ path: { guestId } }) => {
      const guest = find(state.guests, guestId)
      if (over.has(guest.status)) return guest
      const visit = visitOf(guest)
      state.seats = state.seats.filter(({ role }) => role !== 'guest')
      if (visit) place(visit, guest, null)
      const after = { invited: 'withdrawn', waiting: 'refused', admitted: 'removed' } as const
      return changed(guest, { status: after[guest.status as keyof typeof after] })
    },
    getGuestVisit: () => forGuest(own()),
    takeGuestSeat: () => {
      const guest = own()
      const visit = visitOf(guest)
      if (guest.status !== 'admitted' || !visit) return problem(409, 'not_admitted')
      if (visit.stoppedFor !== undefined) return problem(409, 'consent_missing')
      state.seats = state.seats.filter(({ role }) => role !== 'guest')
      const seat: Seat = {
        id: newId('seat'),
        visitId: visit.id,
        patientId: visit.patientId,
        role: 'guest',
        vendor: visit.vendor,
        seats: state.seats.filter(({ visitId }) => visitId === visit.id).map(({ id, role }) => ({ id, role })),
        iceServers: [],
        expiresAt: instant(Date.now() + 60 * minute),
      }
      state.seats.push(seat)
      place(visit, guest, seat.id)
      return seat
    },
    answerRecordingAsGuest: ({ body: { agrees } }) => {
      const visit = visitOf(own())
      if (!visit) return problem(409, 'no_seat')
      if (visit.status === 'ended') return problem(409, 'visit_ended')
      answerRecording(context, visit, 'guest', agrees)
      return forGuest(own())
    },
    leaveGuestSeat: ({ path: { seatId } }) => {
      const guest = own()
      const visit = visitOf(guest)
      state.seats = state.seats.filter(({ id }) => id !== seatId)
      if (visit) place(visit, guest, null)
      return forGuest(guest)
    },
  })
}
