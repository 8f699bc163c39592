import type { components } from '@visitkit/contract'
import type { Availability, ClosedTimes } from './availability.ts'
import { expandHours, type OpenPiece } from './expand-availability.ts'
import { licensedUntil } from './licensed-until.ts'
import type { PractitionerFacts } from './practitioner.ts'
import type { Period } from './start-bounds.ts'
import type { VisitShape } from './visit-type.ts'
import { wallPeriods } from './wall-periods.ts'

export type SupportReason = components['schemas']['SupportReason']

/** A booked or held time that the clinic has to support. */
export interface SupportedTime {
  readonly id: string
  readonly practitionerId: string
  readonly visitTypeId: string
  readonly start: Date
  readonly end: Date
  /** Where the patient will be. Null if it is not known: the license is not checked. */
  readonly stateCode: string | null
}

/** What the clinic offers: who works, when, for which visits. Undefined for a practitioner who is not active, or without hours. */
export interface Supply {
  readonly availability: (practitionerId: string) => Availability | undefined
  readonly closures: ClosedTimes
  readonly practitioner: (id: string) => PractitionerFacts | undefined
  readonly visitType: (id: string) => VisitShape | undefined
}

/** One practitioner's time, at least around the visits in question. Periods in epoch milliseconds. */
export interface WorkingTime {
  readonly hours: readonly OpenPiece[]
  readonly timeOff: readonly Period[]
  readonly closed: readonly Period[]
}

export const workingTime = (
  availability: Availability | undefined,
  closures: ClosedTimes,
  { from, to }: Period,
): WorkingTime => ({
  hours: availability ? expandHours(availability, from, to) : [],
  timeOff: availability ? wallPeriods(availability.zone, availability.timeOff, from, to) : [],
  closed: wallPeriods(closures.zone, closures.items, from, to),
})

/**
 * Why the clinic does not support this time, for any patient: hours, practitioner, license. Notice, horizon and grid decide when a
 * visit can be booked, not whether a booked one can take place.
 */
export const supportReasonsOf = (
  visit: SupportedTime,
  practitioner: PractitionerFacts | undefined,
  type: VisitShape,
  time: WorkingTime,
): SupportReason[] => {
  const period = { from: visit.start.getTime(), to: visit.end.getTime() }
  const reasons: SupportReason[] = []
  if (overlapsAny(period, time.closed)) reasons.push('closed')
  if (overlapsAny(period, time.timeOff)) reasons.push('time-off')
  if (!areHoursOf(type.id, period, time.hours)) reasons.push('outside-hours')
  if (practitioner === undefined || !practitioner.active) return [...reasons, 'practitioner-inactive']
  if (!practitioner.specialties.includes(type.specialty)) reasons.push('specialty')
  if (
    type.licenseRequired &&
    visit.stateCode !== null &&
    (licensedUntil(practitioner, visit.stateCode) ?? -Infinity) < period.to
  )
    reasons.push('not-licensed')
  return reasons
}

const overlapsAny = ({ from, to }: Period, periods: readonly Period[]): boolean =>
  periods.some((period) => period.from < to && from < period.to)

/** Whether windows for this type, one after the other without a gap, cover the period. */
const areHoursOf = (typeId: string, { from, to }: Period, hours: readonly OpenPiece[]): boolean => {
  let covered = from
  for (const piece of hours)
    if (piece.from <= covered && (piece.visitTypeIds?.includes(typeId) ?? true)) covered = Math.max(covered, piece.to)
  return covered >= to
}

/** The reasons of each of these times, by id. The hours of each practitioner are expanded once. */
export const checkSupport = (
  visits: readonly SupportedTime[],
  supply: Supply,
): ReadonlyMap<string, readonly SupportReason[]> => {
  const reasons = new Map<string, readonly SupportReason[]>()
  for (const [practitionerId, own] of Map.groupBy(visits, (visit) => visit.practitionerId)) {
    const from = Math.min(...own.map(({ start }) => start.getTime()))
    const to = Math.max(...own.map(({ end }) => end.getTime()))
    const time = workingTime(supply.availability(practitionerId), supply.closures, { from, to })
    for (const visit of own) {
      const type = supply.visitType(visit.visitTypeId)
      if (!type) throw new Error('the visit type of an appointment is never removed')
      reasons.set(visit.id, supportReasonsOf(visit, supply.practitioner(practitionerId), type, time))
    }
  }
  return reasons
}
