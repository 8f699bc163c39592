import type { Appointment, Hold, VisitType } from '../../generated/models.ts'
import type { TestHandlers } from '../test-handlers.ts'
import { problem } from '../test-problem.ts'
import { sampleSpecialties } from './sample-catalog.ts'
import { samplePatient, samplePatientOf, samplePatientSummary, samplePractitioners } from './sample-people.ts'
import { claimsOf, refusalOf } from './sample-resources.ts'
import { find, instant, minute, page, type SampleContext, type SamplePerson } from './sample-state.ts'
import { isLicensed, sampleTimes, strideOf, typeOf } from './sample-times.ts'

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
    state: samplePatient.state,
    support: { status: 'supported', reasons: [] },
    changeableUntil: instant(start - type.cancellationNoticeMinutes * minute),
    checkInFrom: instant(start - 30 * minute),
    version: 1,
    ...more,
  }
}

const day = 1440 * minute

/** Search, hold, book, reschedule and cancel. */
export function schedulingHandlers(context: SampleContext, person: SamplePerson): TestHandlers {
  const { state, live, now, newId } = context
  const times = sampleTimes(context)

  const changed = ({ id, patientId, practitioner }: Appointment) => {
    live.emit({ type: 'appointment.changed', ids: { appointmentId: id, patientId, practitionerId: practitioner.id } })
    live.emit({ type: 'slots.changed', ids: { practitionerId: practitioner.id } })
  }

  const nearestTo = (type: VisitType, start: number, practitionerId: string | undefined): string[] =>
    times
      .slotsOf(type, {
        from: start,
        to: start + 7 * day,
        practitioners: samplePractitioners.filter(
          ({ id, specialties }) => specialties.includes(type.specialty) && (!practitionerId || id === practitionerId),
        ),
      })
      .slice(0, 3)
      .map((slot) => slot.start)

  const createHold = (holdId: string): Hold => {
    const hold = state.holds.find(({ id }) => id === holdId)
    if (!hold || Date.parse(hold.expiresAt) <= now())
      throw problem(409, 'hold_expired', { detail: 'The time was kept for five minutes. Choose it again.' })
    state.holds = state.holds.filter((other) => other !== hold)
    return hold
  }

  const change = (id: string, more: Partial<Appointment>): Appointment => {
    const appointment = find(state.appointments, id)
    const isWithdrawn = appointment.status === 'requested' && more.status === 'cancelled'
    if (appointment.status !== 'booked' && !isWithdrawn) throw problem(409, 'not_changeable')
    if (person === 'patient' && !isWithdrawn && Date.parse(appointment.changeableUntil) < now())
      throw problem(409, 'too_late_to_change')
    Object.assign(appointment, more, { version: appointment.version + 1 })
    changed(appointment)
    return appointment
  }

  const decide = (id: string, status: 'booked' | 'cancelled'): Appointment => {
    const appointment = find(state.appointments, id)
    if (appointment.status !== 'requested') throw problem(409, 'not_requested')
    delete appointment.answerBy
    Object.assign(appointment, { status, version: appointment.version + 1 })
    changed(appointment)
    return appointment
  }

  return {
    listSpecialties: () => ({ items: sampleSpecialties }),
    listVisitTypes: ({ query: { specialty, ...paging } }) =>
      page(
        times.visitTypes().filter((type) => !specialty || type.specialty === specialty),
        paging,
      ),
    searchSlots: ({ query }) => {
      const type = typeOf(times, query.visitTypeId ?? '')
      const from = Date.parse(query.from ?? '')
      const to = Date.parse(query.to ?? '')
      if (to - from > 31 * 1440 * minute) return problem(422, 'window_too_long')
      const found = samplePractitioners.filter(
        ({ id, languages, specialties }) =>
          specialties.includes(type.specialty) &&
          (!query.practitionerId || id === query.practitionerId) &&
          (!query.language || languages.includes(query.language)),
      )
      const practitioners = found.filter((one) => isLicensed(one, type, query))
      const unlicensed = found.filter((one) => !practitioners.includes(one))
      const { appointmentId, inARow } = query
      const slots = times.slotsOf(type, { from, to, practitioners, appointmentId, inARow })
      const limit = query.limit ?? 500
      const nextFrom = slots[limit]?.start
      return {
        items: slots.slice(0, limit),
        practitioners,
        minutes: type.minutes,
        from: instant(from),
        to: instant(to),
        ...(nextFrom && { nextFrom }),
        ...(query.explain && {
          exclusions: unlicensed.map(({ id }) => ({ practitionerId: id, reason: 'not-licensed' as const })),
        }),
      }
    },
    holdSlot: ({ body }) => {
      const type = typeOf(times, body.visitTypeId)
      const start = Date.parse(body.start)
      const isMove = body.appointmentId !== undefined
      if (person === 'patient' && (type.bookingMode === 'view' || (isMove && type.bookingMode === 'request')))
        return problem(409, 'call_to_book')
      // Staff type any time; patients choose one that was offered.
      const rule = person === 'patient' || body.override ? null : times.ruleAgainst(type, start)
      if (rule) return problem(409, refusalOf(rule), { nearest: nearestTo(type, start, body.practitionerId) })
      const named = samplePractitioners.find(({ id }) => id === body.practitionerId)
      if (named && !isLicensed(named, type, body)) return problem(409, 'not_licensed')
      const others = state.holds
      state.holds = others.filter(({ id }) => id !== body.replacesHoldId)
      const practitioner = times.freePractitioner(type, start, body)
      if (!practitioner) {
        state.holds = others
        return problem(409, 'slot_taken', { detail: 'Someone else has just taken this time. Choose another.' })
      }
      const hold = times.hold(type, start, practitioner, {
        ...(body.patientId && { patientId: body.patientId }),
        ...(body.appointmentId && { appointmentId: body.appointmentId }),
        ...(body.language && { language: body.language }),
        ...(body.state && { state: body.state }),
        interpreterLanguage: body.interpreterLanguage,
        resourceId: body.resourceId,
      })
      if (body.override) state.overrides.set(hold.id, body.override)
      return hold
    },
    placeSeveralHolds: ({ body }) => {
      const type = typeOf(times, body.visitTypeId)
      if (person === 'patient' && type.bookingMode === 'view') return problem(409, 'call_to_book')
      const rule = person === 'patient' || body.override ? null : times.ruleAgainst(type, Date.parse(body.start))
      if (rule)
        return problem(409, refusalOf(rule), { nearest: nearestTo(type, Date.parse(body.start), body.practitionerId) })
      // Own holds block here, too.
      const practitioner = times.freePractitioner(type, Date.parse(body.start), body, body.patientIds.length)
      if (!practitioner)
        return problem(409, 'slot_taken', { detail: 'Someone else has just taken this time. Choose another.' })
      const { language, interpreterLanguage, resourceId, override } = body
      const items = body.patientIds.map((patientId, place) =>
        times.hold(type, Date.parse(body.start) + place * strideOf(type), practitioner, {
          patientId,
          ...(language && { language }),
          ...{ interpreterLanguage, resourceId },
        }),
      )
      if (override) for (const { id } of items) state.overrides.set(id, override)
      return { items }
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
      const type = typeOf(times, hold.visitTypeId)
      const start = Date.parse(hold.start)
      const override = state.overrides.get(hold.id)
      const isRequest = person === 'patient' && type.bookingMode === 'request'
      const appointment = sampleAppointment(newId('appointment'), type, start, {
        ...(isRequest && {
          status: 'requested',
          answerBy: instant(Math.min(now() + day, start - type.minimumNoticeMinutes * minute)),
        }),
        practitioner: hold.practitioner,
        patientId: body.patientId,
        patient: samplePatientOf(body.patientId) ?? samplePatientSummary,
        ...(body.reason && { reason: body.reason }),
        ...(body.language && { language: body.language }),
        ...(hold.state && { state: hold.state }),
        ...(body.minorConsentsAlone && { consentedByMinor: true }),
        ...claimsOf(hold),
        ...(override && { override }),
      })
      state.appointments.push(appointment)
      changed(appointment)
      return appointment
    },
    listAppointments: ({ query: { patientId, practitionerId, from, to, status, support, sort, ...paging } }) =>
      page(
        state.appointments
          .filter(
            (one) =>
              (!patientId || one.patientId === patientId) &&
              (!practitionerId || one.practitioner.id === practitionerId) &&
              (!from || one.start >= from) &&
              (!to || one.start < to) &&
              (!status || one.status === status) &&
              (!support || one.support.status === support),
          )
          .sort((a, b) => (a.start < b.start === (sort !== '-start') ? -1 : 1)),
        paging,
      ),
    getAppointment: ({ path }) => find(state.appointments, path.appointmentId),
    cancelAppointment: ({ path }) => change(path.appointmentId, { status: 'cancelled' }),
    changeAppointmentReason: ({ path, body: { reason } }) => {
      const appointment = find(state.appointments, path.appointmentId)
      if (appointment.status === 'completed' || appointment.status === 'cancelled') throw problem(409, 'not_changeable')
      Object.assign(appointment, { reason, version: appointment.version + 1 })
      changed(appointment)
      return appointment
    },
    explainMissingInterpreter: ({ path, body: { reason } }) => {
      const appointment = find(state.appointments, path.appointmentId)
      const { missingInterpreter } = appointment
      if (!missingInterpreter) throw problem(409, 'interpreter_not_missing')
      Object.assign(appointment, {
        missingInterpreter: { ...missingInterpreter, reason },
        version: appointment.version + 1,
      })
      changed(appointment)
      return appointment
    },
    explainMissingCaptioner: ({ path, body: { reason } }) => {
      const appointment = find(state.appointments, path.appointmentId)
      if (!appointment.missingCaptioner) throw problem(409, 'captioner_not_missing')
      Object.assign(appointment, { missingCaptioner: { reason }, version: appointment.version + 1 })
      changed(appointment)
      return appointment
    },
    approveAppointment: ({ path }) => decide(path.appointmentId, 'booked'),
    declineAppointment: ({ path }) => decide(path.appointmentId, 'cancelled'),
    rescheduleAppointment: ({ path, body }) => {
      const { visitTypeId, practitioner, start, end } = createHold(body.holdId)
      const { changeableUntil, checkInFrom } = sampleAppointment(
        path.appointmentId,
        typeOf(times, visitTypeId),
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
