import type { FaultyProperty } from '../../../../platform/problems/problem.ts'
import type { WallRange } from '../../kernel/model/availability.ts'
import { invalidRequest } from '../../problems.ts'

/** Longest range of time off or of a closure. */
const mostDays = 366

/** Refuses ranges with dates that do not exist, that end before they begin, or that are longer than a year. The messages name the dates. */
export const requireValidRanges = (ranges: readonly WallRange[], pointerOf: (index: number) => string): void => {
  const faults = ranges.flatMap((range, index) => faultsOf(range, pointerOf(index)))
  if (faults.length > 0) throw invalidRequest(faults)
}

const faultsOf = ({ from, to }: WallRange, pointer: string): FaultyProperty[] => {
  const [first, last] = [wallDateTime(from), wallDateTime(to)]
  const unknown = [
    ...(first === null ? [{ name: 'from', date: dateOf(from) }] : []),
    ...(last === null ? [{ name: 'to', date: dateOf(to) }] : []),
  ].map(({ name, date }) => ({
    pointer: `${pointer}/${name}`,
    code: 'unknown_date',
    message: `Must be a date that exists; ${date} does not.`,
  }))
  if (first === null || last === null) return unknown
  if (Temporal.PlainDateTime.compare(first, last) >= 0)
    return [
      {
        pointer: `${pointer}/to`,
        code: 'out_of_order',
        message: `Must be after ${describeMoment(from)}, when the range begins.`,
      },
    ]
  if (Temporal.PlainDateTime.compare(last, first.add({ days: mostDays })) > 0)
    return [
      {
        pointer: `${pointer}/to`,
        code: 'too_long',
        message: `Must be at most ${mostDays} days after ${dateOf(from)}.`,
      },
    ]
  return []
}

const wallDateTime = (wall: string): Temporal.PlainDateTime | null => {
  try {
    return Temporal.PlainDateTime.from(wall, { overflow: 'reject' })
  } catch {
    return null
  }
}

const dateOf = (wall: string): string => wall.slice(0, 10)
const describeMoment = (wall: string): string => wall.replace('T', ' ')

/** The days of a range, for a problem: `2026-12-24 00:00 to 2026-12-27 00:00`. */
export const describeRange = ({ from, to }: WallRange): string => `${describeMoment(from)} to ${describeMoment(to)}`
