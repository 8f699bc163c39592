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
  /** The resources and further practitioners that it has taken. */
  readonly claimOwners: readonly string[]
  /** What was found before, of a booked one. */
  readonly unsupportedReasons?: readonly SupportReason[]
}

/** What the clinic offers: who works, when, for which visits. Undefined for a practitioner who is not active, or without hours. */
export interface Supply {
  /** Of a practitioner or a resource. */
  readonly availability: (ownerId: string) => Availability | undefined
  /** Undefined for an id that is none of a resource. */
  readonly resource: (id: string) => { readonly active: boolean } | undefined
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

/** Why a resource or a further practitioner does not support this time. When the organization is closed, the visit says so itself. */
const claimReasonsOf = (
  visit: SupportedTime,
  ownerId: string,
  type: VisitShape,
  time: WorkingTime,
  supply: Supply,
): SupportReason[] => {
  const own = { ...time, closed: [] }
  const resource = supply.resource(ownerId)
  if (resource === undefined) {
    // The specialty is one of several that the type needs.
    const reasons = supportReasonsOf(visit, supply.practitioner(ownerId), type, own)
    return reasons.some((reason) => reason !== 'specialty') ? ['participant-unavailable'] : []
  }
  const period = { from: visit.start.getTime(), to: visit.end.getTime() }
  return resource.active && areHoursOf(type.id, period, own.hours) ? [] : ['resource-unavailable']
}

/** The time of each calendar that these visits take, around them. Expanded once, when it is first needed. */
const workingTimes = (visits: readonly SupportedTime[], supply: Supply): ((ownerId: string) => WorkingTime) => {
  const around = {
    from: Math.min(...visits.map(({ start }) => start.getTime())),
    to: Math.max(...visits.map(({ end }) => end.getTime())),
  }
  const known = new Map<string, WorkingTime>()
  return (ownerId) => {
    const time = known.get(ownerId) ?? workingTime(supply.availability(ownerId), supply.closures, around)
    known.set(ownerId, time)
    return time
  }
}

/** What was found when the ages of its type last changed. */
const wasOutsideAges = ({ unsupportedReasons = [] }: SupportedTime): boolean => unsupportedReasons.includes('age')

/**
 * The reasons of each of these times, by id. An age belongs to a patient: who reads it says for which visits it is a reason; all others leave
 * it as it was found.
 */
export const checkSupport = (
  visits: readonly SupportedTime[],
  supply: Supply,
  isOutsideAges: (visit: SupportedTime) => boolean = wasOutsideAges,
): ReadonlyMap<string, readonly SupportReason[]> => {
  const timeOf = workingTimes(visits, supply)
  return new Map(
    visits.map((visit) => {
      const { id, practitionerId, visitTypeId, claimOwners } = visit
      const type = supply.visitType(visitTypeId)
      if (!type) throw new Error('the visit type of an appointment is never removed')
      const ofClaims = claimOwners.flatMap((ownerId) => claimReasonsOf(visit, ownerId, type, timeOf(ownerId), supply))
      return [
        id,
        [
          ...supportReasonsOf(visit, supply.practitioner(practitionerId), type, timeOf(practitionerId)),
          ...new Set(ofClaims),
          ...(isOutsideAges(visit) ? (['age'] as const) : []),
        ],
      ]
    }),
  )
}
