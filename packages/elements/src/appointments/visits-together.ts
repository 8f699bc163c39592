import type { Appointment, VisitType } from '@visitkit/sdk'
import type { AppointmentList } from './appointment-list.ts'

/** The place of a visit among those of its series that are not cancelled. */
interface SeriesPlace {
  /** Null if earlier visits of the series may not have been read. */
  readonly number: number | null
  readonly total: number
  /** How many follow. */
  readonly after: number
}

export const placeInSeries = ({ open, past, hasMore }: AppointmentList, one: Appointment): SeriesPlace | null => {
  const { seriesId } = one
  if (!seriesId) return null
  const visits = [...open, ...past]
    .filter((other) => other.seriesId === seriesId && other.status !== 'cancelled')
    .toSorted((a, b) => a.start.localeCompare(b.start))
  const place = visits.findIndex(({ id }) => id === one.id)
  return { number: hasMore ? null : place + 1, total: visits.length, after: visits.length - place - 1 }
}

const MINUTE_MS = 60_000

/** From one start to the next of visits in a row: length and buffers, on the grid of the type. */
const stride = ({ minutes, bufferBeforeMinutes, bufferAfterMinutes, stepMinutes }: VisitType): number =>
  Math.ceil((minutes + bufferBeforeMinutes + bufferAfterMinutes) / stepMinutes) * stepMinutes * MINUTE_MS

/** The visits of others that follow each other without a break before and after this one, with the same practitioner. */
export const visitsInARow = (
  visits: readonly Appointment[],
  one: Appointment,
  type: VisitType | undefined,
): readonly Appointment[] => {
  if (!type) return []
  const step = stride(type)
  const near = visits.filter(
    ({ visitTypeId, practitioner }) => visitTypeId === one.visitTypeId && practitioner.id === one.practitioner.id,
  )
  const from = (direction: 1 | -1): Appointment[] => {
    const found: Appointment[] = []
    for (let at = Date.parse(one.start) + direction * step; ; at += direction * step) {
      // A time is parsed for the visits of others only: this runs for each visit of the list.
      const next = near.find(({ start, patientId }) => patientId !== one.patientId && Date.parse(start) === at)
      if (!next) return found
      found.push(next)
    }
  }
  return [...from(-1).toReversed(), ...from(1)]
}
