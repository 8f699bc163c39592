import type { components } from '@visitkit/contract'
import type { WallRange } from '../../kernel/model/availability.ts'
import { alreadyClosed, tooMuchTimeOff } from './supply-problems.ts'
import { describeRange } from './require-valid-ranges.ts'

type Schemas = components['schemas']
type Availability = Schemas['Availability']
type TimeOff = Schemas['TimeOff']

/** More than the working days of a year. */
const most = 400
const retainedDays = 366

const byStart = (a: WallRange, b: WallRange): number => (a.from < b.from ? -1 : Number(a.from > b.from))

/** The earlier time off that covers this range. Local times of one form compare as text. */
export const coveringTimeOff = ({ timeOff }: Availability, { from, to }: WallRange): TimeOff | undefined =>
  timeOff.find((earlier) => earlier.from <= from && to <= earlier.to)

/** Refuses time off that changes nothing. Time off that overlaps another one in part is added to it. */
export const requireNewTimeOff = (availability: Availability, range: WallRange): void => {
  const earlier = coveringTimeOff(availability, range)
  if (earlier) throw alreadyClosed('/from', describeRange(earlier))
}

/** The availability with this time off, and without what ended more than a year ago. */
export const addTimeOff = (availability: Availability, added: TimeOff, now: Date): Availability => {
  const since = new Date(now.getTime() - retainedDays * 86_400_000).toISOString().slice(0, 16)
  const retained = availability.timeOff.filter(({ to }) => to >= since)
  if (retained.length >= most) throw tooMuchTimeOff(most)
  return { ...availability, timeOff: [...retained, added].sort(byStart), version: availability.version + 1 }
}
