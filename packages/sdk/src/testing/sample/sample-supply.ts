import type {
  AffectedAppointment,
  Appointment,
  Availability,
  Closures,
  SupplyChange,
  SupportReason,
  TimeOff,
} from '../../generated/models.ts'
import { problem } from '../test-problem.ts'
import type { SampleDomain } from './sample-domain.ts'
import { sampleOrganization, samplePractitioners } from './sample-people.ts'
import { find, page } from './sample-state.ts'

/** Weekdays from 9 to 17 in the practitioner's zone, which is when the sample offers times in winter. */
const weekly = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:00' }))

/** Offset of a zone at an instant, in milliseconds. */
function offsetAt(at: number, zone: string): number {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
  return Date.parse(`${format.format(at).replace(' ', 'T')}Z`) - Math.floor(at / 1000) * 1000
}

/** `2026-11-25T09:00` on the clock of a zone. */
const wallTime = (at: string, zone: string): string =>
  new Date(Date.parse(at) + offsetAt(Date.parse(at), zone)).toISOString().slice(0, 16)

/** Hours, time off and closures, and what a change of them does to booked visits. */
export const supplySample: SampleDomain = ({ state, live, now, newId }) => {
  const stored = new Map<string, Availability>()
  let closures: Closures = { zone: sampleOrganization.zone, items: [], version: 0 }
  const availabilityOf = (practitionerId: string): Availability => {
    const known = stored.get(practitionerId)
    if (known) return known
    const { zone } = find(samplePractitioners, practitionerId)
    const first: Availability = { practitionerId, zone, weekly, exceptions: [], timeOff: [], version: 1 }
    stored.set(practitionerId, first)
    return first
  }
  const booked = (): Appointment[] =>
    state.appointments
      .filter((one) => one.status === 'booked' && Date.parse(one.start) > now())
      .sort((a, b) => (a.start < b.start ? -1 : 1))
  const bookedOf = (practitionerId: string): Appointment[] =>
    booked().filter(({ practitioner }) => practitioner.id === practitionerId)
  /** Why an appointment cannot take place. */
  const reasonsFor = (
    { start, end }: Appointment,
    { zone, weekly: hours, exceptions, timeOff }: Availability,
    closed: Closures = closures,
  ): SupportReason[] => {
    const [from, to] = [wallTime(start, zone), wallTime(end, zone)]
    const weekday = new Date(`${from}Z`).getUTCDay() || 7
    const windows =
      exceptions.find(({ date }) => date === from.slice(0, 10))?.windows ??
      hours.filter((one) => one.weekday === weekday)
    const isWithin = windows.some((one) => one.from <= from.slice(11) && one.to >= to.slice(11))
    const isOff = timeOff.some((one) => one.from < to && one.to > from)
    const isClosed = closed.items.some(
      (one) => one.from < wallTime(end, closed.zone) && one.to > wallTime(start, closed.zone),
    )
    return [
      ...(isWithin ? [] : (['outside-hours'] as const)),
      ...(isOff ? (['time-off'] as const) : []),
      ...(isClosed ? (['closed'] as const) : []),
    ]
  }
  type Stranded = { appointment: Appointment; reasons: SupportReason[] }
  const isWorse = ({ appointment, reasons }: Stranded): boolean =>
    reasons.length > reasonsFor(appointment, availabilityOf(appointment.practitioner.id)).length
  const affectedBy = (next: Availability): Stranded[] =>
    bookedOf(next.practitionerId)
      .map((appointment) => ({ appointment, reasons: reasonsFor(appointment, next) }))
      .filter(isWorse)
  const affectedByClosures = (next: Closures): Stranded[] =>
    booked()
      .map((appointment) => ({
        appointment,
        reasons: reasonsFor(appointment, availabilityOf(appointment.practitioner.id), next),
      }))
      .filter(isWorse)
  const judge = (appointments: readonly Appointment[]): void => {
    for (const appointment of appointments) {
      const { id: appointmentId, patientId, practitioner } = appointment
      const reasons = reasonsFor(appointment, availabilityOf(practitioner.id))
      if (reasons.join() === appointment.support.reasons.join()) continue
      appointment.support = { status: reasons.length > 0 ? 'unsupported' : 'supported', reasons }
      appointment.version++
      live.emit({ type: 'appointment.changed', ids: { appointmentId, patientId, practitionerId: practitioner.id } })
    }
  }
  const store = (next: Availability): Availability => {
    stored.set(next.practitionerId, next)
    judge(bookedOf(next.practitionerId))
    live.emit({ type: 'slots.changed', ids: { practitionerId: next.practitionerId } })
    return next
  }
  const requireSeen = (affected: number, seen = 0): void => {
    if (affected > seen) throw problem(409, 'appointments_affected', { affected })
  }
  const withTimeOff = (before: Availability, more: TimeOff): Availability => ({
    ...before,
    timeOff: [...before.timeOff, more].sort((a, b) => (a.from < b.from ? -1 : 1)),
    version: before.version + 1,
  })
  const strandedBy = ({ availability, timeOff, closures: next }: SupplyChange): Stranded[] => {
    if (next) return affectedByClosures({ ...closures, items: next.items })
    const id = availability?.practitionerId ?? timeOff?.practitionerId
    if (!id) return []
    const before = availabilityOf(id)
    const { weekly: hours, exceptions } = availability ?? before
    return affectedBy(
      timeOff
        ? withTimeOff(before, { id: '', reason: 'other', from: timeOff.from, to: timeOff.to })
        : { ...before, weekly: hours, exceptions },
    )
  }
  return () => ({
    getAvailability: ({ path }) => availabilityOf(path.practitionerId),
    putAvailability: ({ path, body: { affected, version, ...hours } }) => {
      const before = availabilityOf(path.practitionerId)
      if (before.version !== version) return problem(409, 'version_conflict')
      if (hours.weekly.some(({ from, to }) => from >= to)) return problem(409, 'windows_overlap')
      const next = { ...before, ...hours, version: version + 1 }
      requireSeen(affectedBy(next).length, affected)
      return store(next)
    },
    addTimeOff: ({ path, body: { appointments, affected: seen, ...range } }) => {
      const before = availabilityOf(path.practitionerId)
      const timeOff: TimeOff = { id: newId('time-off'), ...range }
      const next = withTimeOff(before, timeOff)
      const affected = affectedBy(next).map(({ appointment }) => appointment)
      requireSeen(affected.length, seen)
      const cancelled = appointments === 'cancel' ? affected : []
      for (const one of cancelled) Object.assign(one, { status: 'cancelled', version: one.version + 1 })
      return {
        timeOff,
        affected: affected.length,
        cancelled: cancelled.map(({ id, patientId }) => ({ appointmentId: id, patientId })),
        availability: store(next),
      }
    },
    removeTimeOff: ({ path }) => {
      const before = availabilityOf(path.practitionerId)
      return store({
        ...before,
        timeOff: before.timeOff.filter(({ id }) => id !== path.timeOffId),
        version: before.version + 1,
      })
    },
    getClosures: () => closures,
    putClosures: ({ body: { items, version, affected } }) => {
      if (closures.version !== version) return problem(409, 'version_conflict')
      const next = { ...closures, items, version: version + 1 }
      requireSeen(affectedByClosures(next).length, affected)
      closures = next
      judge(booked())
      live.emit({ type: 'slots.changed', ids: {} })
      return closures
    },
    previewSupplyChange: ({ body, query }) => {
      const items = strandedBy(body).map(({ appointment, reasons }): AffectedAppointment => {
        const {
          id: appointmentId,
          patientId,
          patient,
          practitioner,
          visitTypeId,
          visitTypeName,
          start,
          end,
        } = appointment
        const rest = { practitioner, visitTypeId, visitTypeName, start, end, reasons }
        return { appointmentId, patientId, ...(patient ? { patient } : {}), ...rest }
      })
      return { ...page(items, query), count: items.length, holds: 0 }
    },
  })
}
