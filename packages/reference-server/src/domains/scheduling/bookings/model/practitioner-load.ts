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
