const minuteMs = 60_000
const dayMs = 86_400_000
/** Offsets change at a quarter of an hour, in every zone. */
const quarterMs = 15 * minuteMs

export interface LocalTime {
  /** Days since 1970-01-01 on the clock of the zone. */
  readonly day: number
  /** Minutes since midnight on the clock of the zone. */
  readonly minute: number
}

/** 1970-01-01 was a Thursday. */
export const isWeekend = (day: number): boolean => [0, 6].includes((((day + 4) % 7) + 7) % 7)

/** `2026-11-30` */
export const dateOf = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10)

/** Reads clocks of a zone. Offsets are looked up once for each quarter of an hour: a million accesses are in a few thousand of them. */
export const localTimeIn = (timeZone: string): ((at: number) => LocalTime) => {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  })
  const offsets = new Map<number, number>()
  const offsetAt = (at: number): number => {
    const quarter = Math.floor(at / quarterMs)
    const known = offsets.get(quarter)
    if (known !== undefined) return known
    const start = quarter * quarterMs
    const part = Object.fromEntries(format.formatToParts(start).map(({ type, value }) => [type, Number(value)]))
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = part
    const offset = Date.UTC(year, month - 1, day, hour, minute) - start
    offsets.set(quarter, offset)
    return offset
  }
  return (at) => {
    const local = at + offsetAt(at)
    const day = Math.floor(local / dayMs)
    return { day, minute: Math.floor((local - day * dayMs) / minuteMs) }
  }
}
