import type { Appointment, Hold, PractitionerSummary, Slot, VisitType } from '../../generated/models.ts'
import type { TestHandlers } from '../test-handlers.ts'
import { problem } from '../test-problem.ts'
import { sampleSpecialties, sampleVisitTypes } from './sample-catalog.ts'
import { samplePatientSummary, samplePractitioners } from './sample-people.ts'
import { find, instant, minute, page, type SampleContext, type SamplePerson } from './sample-state.ts'

/** The appointment that a booking of this type at this time creates. */
export function sampleAppointment(
  id: string,
  type: VisitType,
  start: number,
  more: Partial<Appointment> & Pick<Appointment, 'practitioner'>,
): Appointment {
  return {
    id,
    patientId: samplePatientSummary.id,
    patient: samplePatientSummary,
    visitTypeId: type.id,
    visitTypeName: type.name,
    specialty: type.specialty,
    modality: type.modality,
    requiredConsents: type.requiredConsents,
    questionnaires: type.questionnaires,
    start: instant(start),
    end: instant(start + type.minutes * minute),
    status: 'booked',
    language: 'en',
    support: { status: 'supported', reasons: [] },
    changeableUntil: instant(start - type.cancellationNoticeMinutes * minute),
    checkInFrom: instant(start - 30 * minute),
    version: 1,
    ...more,
  }
}

const day = 1440 * minute
const opens = 14 * 60 * minute
const closes = 22 * 60 * minute

/**
 * Practitioners work on weekdays from 14:00 to 22:00 UTC; about every third slot is already booked. A day that ends in less than four hours
 * is not offered, so that the first day that a test finds has several free slots at any hour.
 */
function isOffered(start: number, practitionerIndex: number, earliest: number): boolean {
  const today = Math.floor(start / day) * day
  const weekend = new Date(start).getUTCDay() % 6 === 0
  const open = start - today >= opens && start - today < closes
  if (earliest > today + closes - 4 * 60 * minute) return false
  return !weekend && open && (Math.floor(start / (30 * minute)) * 7 + practitionerIndex * 5) % 3 !== 0
}

/** Search, hold, book, reschedule and cancel. */
export function schedulingHandlers(context: SampleContext, person: SamplePerson): TestHandlers {
  const { state, live, now, newId } = context

  /** @param appointmentId - The appointment that is moved: its own time is free for it. */
  const isFree = (practitionerId: string, start: string, appointmentId?: string): boolean =>
    !state.holds.some(
      (hold) => hold.practitioner.id === practitionerId && hold.start === start && Date.parse(hold.expiresAt) > now(),
    ) &&
    !state.appointments.some(
      (one) =>
        one.id !== appointmentId &&
        one.practitioner.id === practitionerId &&
        one.start === start &&
        one.status !== 'cancelled',
    )

  const slotsOf = (
    type: VisitType,
    from: number,
    to: number,
    practitioners: readonly PractitionerSummary[],
    appointmentId?: string,
  ): Slot[] => {
    const slots: Slot[] = []
    const step = type.stepMinutes * minute
    const earliest = now() + type.minimumNoticeMinutes * minute
    const first = Math.max(from, earliest)
    const last = Math.min(to, now() + type.horizonDays * 1440 * minute)
    for (let start = Math.ceil(first / step) * step; start < last; start += step) {
      const free = practitioners
        .map(
          (one) =>
            isOffered(start, samplePractitioners.indexOf(one), earliest) &&
            isFree(one.id, instant(start), appointmentId),
        )
        .map((isFreeThen) => (isFreeThen ? '1' : '0'))
        .join('')
      if (free.includes('1')) slots.push({ start: instant(start), free })
    }
    return slots
  }

  const changed = ({ id, patientId, practitioner }: Appointment) => {
    live.emit({ type: 'appointment.changed', ids: { appointmentId: id, patientId, practitionerId: practitioner.id } })
    live.emit({ type: 'slots.changed', ids: { practitionerId: practitioner.id } })
  }

  const createHold = (holdId: string): Hold => {
    const hold = state.holds.find(({ id }) => id === holdId)
    if (!hold || Date.parse(hold.expiresAt) <= now())
      throw problem(409, 'hold_expired', { detail: 'The time was kept for five minutes. Choose it again.' })
    state.holds = state.holds.filter((other) => other !== hold)
    return hold
  }

  const change = (id: string, more: Partial<Appointment>): Appointment => {
    const appointment = find(state.appointments, id)
    if (appointment.status !== 'booked') throw problem(409, 'not_changeable')
    if (person === 'patient' && Date.parse(appointment.changeableUntil) < now())
      throw problem(409, 'too_late_to_change')
    Object.assign(appointment, more, { version: appointment.version + 1 })
    changed(appointment)
    return appointment
  }

  return {
    listSpecialties: () => ({ items: sampleSpecialties }),
    listVisitTypes: ({ query: { specialty, ...paging } }) =>
      page(
        sampleVisitTypes.filter((type) => !specialty || type.specialty === specialty),
        paging,
      ),
    searchSlots: ({ query }) => {
      const type = find(sampleVisitTypes, query.visitTypeId ?? '')
      const from = Date.parse(query.from ?? '')
      const to = Date.parse(query.to ?? '')
      if (to - from > 31 * 1440 * minute) return problem(422, 'window_too_long')
      const practitioners = samplePractitioners.filter(
        ({ id, languages, specialties }) =>
          specialties.includes(type.specialty) &&
          (!query.practitionerId || id === query.practitionerId) &&
          (!query.language || languages.includes(query.language)),
      )
      const slots = slotsOf(type, from, to, practitioners, query.appointmentId)
      const limit = query.limit ?? 500
      const nextFrom = slots[limit]?.start
      return {
        items: slots.slice(0, limit),
        practitioners,
        minutes: type.minutes,
        from: instant(from),
        to: instant(to),
        ...(nextFrom && { nextFrom }),
        ...(query.explain && { exclusions: [] }),
      }
    },
    holdSlot: ({ body }) => {
      const type = find(sampleVisitTypes, body.visitTypeId)
      const start = Date.parse(body.start)
      const others = state.holds
      state.holds = others.filter(({ id }) => id !== body.replacesHoldId)
      const practitioner = samplePractitioners.find(
        ({ id, specialties }) =>
          (!body.practitionerId || id === body.practitionerId) &&
          specialties.includes(type.specialty) &&
          isFree(id, instant(start), body.appointmentId),
      )
      if (!practitioner) {
        state.holds = others
        return problem(409, 'slot_taken', { detail: 'Someone else has just taken this time. Choose another.' })
      }
      const hold: Hold = {
        id: newId('hold'),
        visitTypeId: type.id,
        practitioner,
        ...(body.patientId && { patientId: body.patientId }),
        ...(body.appointmentId && { appointmentId: body.appointmentId }),
        ...(body.language && { language: body.language }),
        start: instant(start),
        end: instant(start + type.minutes * minute),
        expiresAt: instant(now() + 5 * minute),
        renewalsLeft: 1,
      }
      state.holds.push(hold)
      live.emit({ type: 'slots.changed', ids: { practitionerId: practitioner.id } })
      return hold
    },
    listHolds: () => ({ items: state.holds.filter(({ expiresAt }) => Date.parse(expiresAt) > now()) }),
    leaveHold: ({ path }) => {
      const hold = find(state.holds, path.holdId)
      hold.expiresAt = instant(Math.min(Date.parse(hold.expiresAt), now() + minute / 2))
    },
    renewHold: ({ path }) => {
      const hold = find(state.holds, path.holdId)
      if (Date.parse(hold.expiresAt) <= now()) return problem(409, 'hold_expired')
      if (hold.renewalsLeft === 0) return problem(409, 'renewals_used_up')
      return Object.assign(hold, { expiresAt: instant(now() + 5 * minute), renewalsLeft: hold.renewalsLeft - 1 })
    },
    releaseHold: ({ path }) => {
      state.holds = state.holds.filter(({ id }) => id !== path.holdId)
    },
    bookAppointment: ({ body }) => {
      const hold = createHold(body.holdId)
      const appointment = sampleAppointment(
        newId('appointment'),
        find(sampleVisitTypes, hold.visitTypeId),
        Date.parse(hold.start),
        {
          practitioner: hold.practitioner,
          patientId: body.patientId,
          ...(body.reason && { reason: body.reason }),
          ...(body.language && { language: body.language }),
        },
      )
      state.appointments.push(appointment)
      changed(appointment)
      return appointment
    },
    listAppointments: ({ query: { patientId, practitionerId, from, to, status, ...paging } }) =>
      page(
        state.appointments
          .filter(
            (one) =>
              (!patientId || one.patientId === patientId) &&
              (!practitionerId || one.practitioner.id === practitionerId) &&
              (!from || one.start >= from) &&
              (!to || one.start < to) &&
              (!status || one.status === status),
          )
          .sort((a, b) => (a.start < b.start ? -1 : 1)),
        paging,
      ),
    getAppointment: ({ path }) => find(state.appointments, path.appointmentId),
    cancelAppointment: ({ path }) => change(path.appointmentId, { status: 'cancelled' }),
    rescheduleAppointment: ({ path, body }) => {
      const { visitTypeId, practitioner, start, end } = createHold(body.holdId)
      const { changeableUntil, checkInFrom } = sampleAppointment(
        path.appointmentId,
        find(sampleVisitTypes, visitTypeId),
        Date.parse(start),
        { practitioner },
      )
      const support = { status: 'supported' as const, reasons: [] }
      return change(path.appointmentId, { practitioner, start, end, support, changeableUntil, checkInFrom })
    },
    getAppointmentCalendar: ({ path }) => {
      const { id, start, end } = find(state.appointments, path.appointmentId)
      const stamp = (time: string) => time.replace(/[-:]/g, '')
      const lines = [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Sample//EN',
        'BEGIN:VEVENT',
        `UID:${id}`,
        `DTSTAMP:${stamp(instant(now()))}`,
        `DTSTART:${stamp(start)}`,
        `DTEND:${stamp(end)}`,
        'SUMMARY:Visit',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ]
      return lines.join('\r\n')
    },
  }
}
