import type { BookingLimits, LimitReason } from '../../kernel/model/booking-limits.ts'
import type { Hold } from '../../kernel/model/hold.ts'
import type { Period } from '../../kernel/model/start-bounds.ts'

/** The visits and live holds of a practitioner with limits, on the day and in the week of a start, without those of the caller. */
export interface PractitionerLoad {
  readonly practitionerId: string
  readonly limits: BookingLimits
  readonly day: Period
  readonly week: Period
  readonly onDay: number
  readonly inWeek: number
  /** How often the practitioner was held: a hold that was decided from another number is not stored. */
  readonly version: number
}

/** Why others leave no place; null if there is one. */
export const fullBecause = ({ limits: { perDay, perWeek }, onDay, inWeek }: PractitionerLoad): LimitReason | null => {
  if (perDay !== undefined && onDay >= perDay) return 'daily-limit'
  if (perWeek !== undefined && inWeek >= perWeek) return 'weekly-limit'
  return null
}

/** The load at the start of a visit. */
export interface LoadAt extends PractitionerLoad {
  /** Epoch milliseconds. */
  readonly start: number
}

/**
 * Gives places to visits of one practitioner that are decided together: each counts for those that come after it. The returned function says why
 * there is none for a visit; null if it has one. Without limits there is always one.
 */
export const placesFrom = (loads: readonly LoadAt[]): ((start: number, seat?: number | null) => LimitReason | null) => {
  const given: number[] = []
  const countOf = ({ from, to }: Period): number => given.filter((at) => from <= at && at < to).length
  return (start, seat = null) => {
    const load = loads.find((each) => each.start === start)
    if (load === undefined) return null
    const { day, week, onDay, inWeek } = load
    const reason = fullBecause({ ...load, onDay: onDay + countOf(day), inWeek: inWeek + countOf(week) })
    // A group visit counts once, with its first seat.
    if (reason === null && (seat ?? 1) === 1) given.push(start)
    return reason
  }
}

/** Those of the caller's own holds with this practitioner that have the last places: a new one takes their place. */
export const ownHoldsInPlace = (
  { practitionerId, limits: { perDay, perWeek }, day, week, onDay, inWeek }: PractitionerLoad,
  own: readonly Hold[],
): readonly Hold[] => {
  const within = ({ from, to }: Period): readonly Hold[] =>
    own.filter((hold) => {
      const at = hold.start.getTime()
      return hold.practitionerId === practitionerId && from <= at && at < to
    })
  const ofDay = within(day)
  const ofWeek = within(week)
  if (perWeek !== undefined && inWeek + ofWeek.length >= perWeek) return ofWeek
  return perDay !== undefined && onDay + ofDay.length >= perDay ? ofDay : []
}
