import type { Appointment, QueueEntry, Seat, Visit } from '../../generated/models.ts'
import type { TestHandlers } from '../test-handlers.ts'
import { problem } from '../test-problem.ts'
import { usesOf } from './sample-consent-uses.ts'
import { samplePatientSummary } from './sample-people.ts'
import { askNewcomers, endRecording } from './sample-recordings.ts'
import { find, instant, minute, type SampleContext, type SamplePerson } from './sample-state.ts'

const hour = 60 * minute
/** Hours ago, patients, minutes of half of them and of the longest wait, and how many still wait. */
const waitsOfDay = [
  [4, 3, 6, 11, 0],
  [3, 5, 9, 24, 0],
  [1, 2, 4, 7, 0],
  [0, 1, 2, 2, 1],
] as const

/** Waiting, admission, the visit itself, and its end. */
export function visitHandlers({ state, live, now, newId }: SampleContext, person: SamplePerson): TestHandlers {
  const isPrepared = (appointmentId: string): Pick<QueueEntry['readiness'], 'consent' | 'intake'> => {
    const { requiredConsents, questionnaires } = find(state.appointments, appointmentId)
    const consents = requiredConsents.map(
      (purpose) => state.consents.findLast((one) => one.purpose === purpose)?.status,
    )
    const submitted = questionnaires.every(
      (code) => state.intake.get(`${appointmentId}/${code}`)?.status === 'submitted',
    )
    return {
      consent: consents.every((status) => status === 'active')
        ? 'done'
        : consents.includes('declined')
          ? 'declined'
          : 'open',
      intake: questionnaires.length === 0 ? 'not-required' : submitted ? 'done' : 'open',
    }
  }

  const changed = ({ id, appointmentId, patientId, practitioner }: Visit) => {
    const ids = { visitId: id, appointmentId, patientId, practitionerId: practitioner.id }
    live.emit({ type: 'visit.changed', ids })
    live.emit({ type: 'queue.changed', ids: { practitionerId: practitioner.id } })
    for (const guest of state.guests)
      if (guest.appointmentId === appointmentId && guest.status === 'admitted')
        live.emit({ type: 'guest.changed', ids: { guestId: guest.id, appointmentId, patientId } })
  }

  const change = (visit: Visit, more: Partial<Visit>): Visit => {
    Object.assign(visit, more, { version: visit.version + 1 })
    changed(visit)
    return visit
  }

  const open = (visitId: string): Visit => {
    const visit = find(state.visits, visitId)
    if (visit.status === 'ended') throw problem(409, 'visit_ended')
    return visit
  }

  /** What the patient wrote at booking, and the alerts of the intake. */
  const asked = ({ id, reason }: Appointment): Pick<QueueEntry, 'reason' | 'alerts'> => ({
    alerts: [...state.intake.values()]
      .filter(({ appointmentId }) => appointmentId === id)
      .flatMap(({ emergencies }) => emergencies),
    ...(reason !== undefined && { reason }),
  })

  const waiting = (practitionerId: string): Visit[] =>
    state.visits.filter((visit) => visit.practitioner.id === practitionerId && visit.status === 'waiting')

  /** Seats of this session: those that it takes, and those that the person held when it began. */
  const own = new Set(state.seats.filter(({ role }) => role === person).map(({ id }) => id))
  const forCaller = (visit: Visit): Visit => ({
    ...visit,
    participants: visit.participants.map((one) =>
      one.role === person ? { ...one, own: own.has(one.seatId) ? 'this-session' : 'another-session' } : one,
    ),
  })

  return {
    checkIn: ({ path, body }) => {
      const appointment = find(state.appointments, path.appointmentId)
      if (appointment.status !== 'booked') return problem(409, 'check_in_not_allowed')
      if (now() < Date.parse(appointment.checkInFrom)) return problem(409, 'too_early')
      const { consent, intake } = isPrepared(appointment.id)
      if (consent !== 'done') return problem(409, 'consent_missing')
      if (intake === 'open') return problem(409, 'intake_missing')
      if (!body.emergencyContact && !body.noEmergencyContact) return problem(422, 'emergency_contact_missing')
      if (!appointment.practitioner.states.includes(body.location.state))
        return problem(409, 'not_licensed', {
          detail: 'Your clinician may not treat people who are in this state today.',
        })
      const visit: Visit = {
        id: newId('visit'),
        appointmentId: appointment.id,
        patientId: appointment.patientId,
        practitioner: appointment.practitioner,
        visitTypeName: appointment.visitTypeName,
        modality: appointment.modality,
        status: 'waiting',
        ...body,
        participants: [],
        consentsUsed: usesOf(state, 'check-in', now()),
        vendor: state.organization.videoVendor,
        recording: false,
        checkedInAt: instant(now()),
        version: 1,
      }
      state.visits.push(visit)
      appointment.status = 'checked-in'
      changed(visit)
      return visit
    },
    getVisit: ({ path }) => forCaller(find(state.visits, path.visitId)),
    getVisitOfAppointment: ({ path }) =>
      state.visits.find(({ appointmentId }) => appointmentId === path.appointmentId) ?? problem(404, 'not_found'),
    changeVisitLocation: ({ path, body }) => change(open(path.visitId), body),
    recordDeviceCheck: ({ path, body }) => change(open(path.visitId), { deviceCheck: body }),
    getNetworkTest: ({ path }) => {
      const { id: visitId, patientId } = open(path.visitId)
      return { visitId, patientId, iceServers: [], expiresAt: instant(Date.now() + 5 * minute) }
    },
    getQueuePosition: ({ path }) => {
      const visit = find(state.visits, path.visitId)
      const position = waiting(visit.practitioner.id).indexOf(visit) + 1
      return {
        visitId: visit.id,
        patientId: visit.patientId,
        status: visit.status,
        position,
        estimate: position > 0 ? { fromMinutes: position * 3, toMinutes: position * 8 } : null,
        practitioner: state.queuePaused ? 'paused' : 'ready',
        updatedAt: instant(now()),
      }
    },
    getQueue: ({ path }) => ({
      items: waiting(path.practitionerId).map((visit) => ({
        visitId: visit.id,
        appointmentId: visit.appointmentId,
        patientId: visit.patientId,
        patient: find(state.appointments, visit.appointmentId).patient ?? samplePatientSummary,
        practitionerId: visit.practitioner.id,
        status: visit.status,
        visitTypeName: visit.visitTypeName,
        appointmentStart: find(state.appointments, visit.appointmentId).start,
        waitingSince: visit.checkedInAt,
        readiness: {
          ...isPrepared(visit.appointmentId),
          device: !visit.deviceCheck ? 'not-checked' : visit.deviceCheck.supported ? 'ok' : 'problem',
          license: 'ok',
        },
        ...asked(find(state.appointments, visit.appointmentId)),
        present: true,
      })),
      paused: state.queuePaused,
      expected: state.appointments
        .filter((one) => one.practitioner.id === path.practitionerId && one.status === 'booked')
        .map((one) => ({ ...one, ...asked(one) })),
    }),
    getQueueDay: ({ path }) => ({
      practitionerId: path.practitionerId,
      date: instant(now()).slice(0, 10),
      zone: 'America/New_York',
      hours: waitsOfDay.map(([hoursAgo, patients, medianMinutes, longestMinutes, stillWaiting]) => ({
        from: instant(Math.floor(now() / hour) * hour - hoursAgo * hour),
        ...{ patients, medianMinutes, longestMinutes, waiting: stillWaiting },
      })),
    }),
    pauseQueue: ({ path, body }) => {
      state.queuePaused = body.paused
      live.emit({ type: 'queue.changed', ids: { practitionerId: path.practitionerId } })
      return { practitionerId: path.practitionerId, paused: body.paused }
    },
    admitPatient: ({ path }) => {
      const visit = open(path.visitId)
      if (visit.status !== 'waiting') return problem(409, 'not_waiting')
      const consentsUsed = [...(visit.consentsUsed ?? []), ...usesOf(state, 'admission', now())]
      return change(visit, { status: 'admitted', admittedAt: instant(now()), consentsUsed })
    },
    takeSeat: ({ path }) => {
      const visit = open(path.visitId)
      if (visit.status === 'waiting' && person === 'patient') return problem(409, 'not_admitted')
      if (visit.stoppedFor !== undefined) return problem(409, 'consent_missing')
      // A person has one seat.
      state.seats = state.seats.filter((one) => one.visitId !== visit.id || one.role !== person)
      const seat: Seat = {
        id: newId('seat'),
        visitId: visit.id,
        patientId: visit.patientId,
        role: person,
        vendor: visit.vendor,
        seats: state.seats.filter(({ visitId }) => visitId === visit.id).map(({ id, role }) => ({ id, role })),
        iceServers: [],
        // By the clock of the browser that will hold the session, whatever the date in the sample.
        expiresAt: instant(Date.now() + 60 * minute),
        ...(person === 'practitioner' && { mayAskToRecord: state.organization.callRecording }),
      }
      state.seats.push(seat)
      own.add(seat.id)
      const participants = [
        ...visit.participants.filter(({ role }) => role !== person),
        { seatId: seat.id, role: seat.role, presence: 'in-room' as const, joinedAt: instant(now()), troubles: [] },
      ]
      const both =
        new Set(participants.filter(({ presence }) => presence === 'in-room').map(({ role }) => role)).size > 1
      if (both) find(state.appointments, visit.appointmentId).status = 'in-progress'
      visit.participants = participants
      askNewcomers(visit, seat.id)
      change(visit, {
        ...(both && { status: 'in-progress', startedAt: visit.startedAt ?? instant(now()) }),
      })
      live.emit({ type: 'seat.changed', ids: { visitId: visit.id } })
      return seat
    },
    leaveSeat: ({ path }) => {
      const visit = find(state.visits, path.visitId)
      state.seats = state.seats.filter(({ id }) => id !== path.seatId)
      const participants = visit.participants.map((one) =>
        one.seatId === path.seatId ? { ...one, presence: 'left' as const, leftAt: instant(now()) } : one,
      )
      visit.participants = participants
      askNewcomers(visit, null)
      return change(visit, {})
    },
    recordCallTroubles: ({ path, body }) => {
      const visit = find(state.visits, path.visitId)
      const participants = visit.participants.map((one) =>
        one.seatId === path.seatId ? { ...one, troubles: body.troubles } : one,
      )
      return change(visit, { participants })
    },
    endVisit: ({ path, body }) => {
      const visit = open(path.visitId)
      state.seats = state.seats.filter(({ visitId }) => visitId !== visit.id)
      find(state.appointments, visit.appointmentId).status = 'completed'
      endRecording(visit)
      return change(visit, { status: 'ended', endedAt: instant(now()), outcome: body.outcome })
    },
  }
}
