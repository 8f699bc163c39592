import { zoneOffset, type Formatter } from '../core/format.ts'
import type { Slot } from './slot-calendar.ts'

/** Time buttons that a person can compare at once. */
export const MOST_TIMES = 12

export type PartName = 'morning' | 'afternoon' | 'evening'

/** The free times of one part of a day. */
export interface DayPart {
  readonly name: PartName
  readonly slots: readonly Slot[]
}

const hours: readonly (readonly [PartName, from: number, to: number])[] = [
  ['morning', 0, 12],
  ['afternoon', 12, 17],
  ['evening', 17, 24],
]

/** On the clock of the zone, 0 to 23. */
const hourOf = (instant: string, zone: string): number =>
  Math.floor(((Date.parse(instant) / 60_000 + zoneOffset(instant, zone)) % 1440) / 60)

/** The parts of a day that have free times, in order of time. */
export const partsOfDay = (slots: readonly Slot[], { zone }: Formatter): readonly DayPart[] =>
  hours
    .map(([name, from, to]) => {
      const isInPart = ({ start }: Slot): boolean => hourOf(start, zone) >= from && hourOf(start, zone) < to
      return { name, slots: slots.filter(isInPart) }
    })
    .filter((part) => part.slots.length > 0)

/**
 * At most `most` times of one part: all of them, else the first of each quarter of an hour, half hour or hour.
 *
 * @param kept - A time that is shown in any case.
 */
export const thinTimes = (
  slots: readonly Slot[],
  { zone }: Formatter,
  { most = MOST_TIMES, kept }: { readonly most?: number; readonly kept?: string | undefined } = {},
): readonly Slot[] => {
  for (const minutes of [0, 15, 30, 60]) {
    const few = minutes === 0 ? slots : firstOfEach(minutes, slots, zone)
    if (few.length > most) continue
    return slots.filter((slot) => few.includes(slot) || slot.start === kept)
  }
  return firstOfEach(60, slots, zone)
}

/** Counted on the clock of the zone. The hour that comes twice is counted twice. */
const firstOfEach = (minutes: number, slots: readonly Slot[], zone: string): readonly Slot[] => {
  const period = ({ start }: Slot): number =>
    Math.floor((Date.parse(start) / 60_000 + (zoneOffset(start, zone) % 60)) / minutes)
  return slots.filter((slot, index) => {
    const before = slots[index - 1]
    return before === undefined || period(before) !== period(slot)
  })
}
