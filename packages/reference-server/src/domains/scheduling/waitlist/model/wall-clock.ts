import { zoneOffsets, type ZoneOffset } from '../../kernel/model/zone-offsets.ts'
import type { DayPart, WaitlistEntry } from './waitlist-entry.ts'

const dayMs = 86_400_000
const minuteMs = 60_000
const noon = 12 * 60
const evening = 17 * 60

/** Local weekdays and parts of the day between two moments. Reads the rules of each zone once. */
export class WallClock {
  readonly #from: number
  readonly #to: number
  readonly #offsets = new Map<string, readonly ZoneOffset[]>()

  /** Epoch milliseconds. */
  constructor(from: number, to: number) {
    this.#from = from
    this.#to = to
  }

  /** Whether a visit that starts at `start` in `zone` is on a day and at a time that the entry asks for. */
  suits({ weekdays, dayParts }: Pick<WaitlistEntry, 'weekdays' | 'dayParts'>, zone: string, start: number): boolean {
    if (weekdays === null && dayParts === null) return true
    const local = start + this.#offsetAt(zone, start)
    // 1 January 1970 was a Thursday.
    const weekday = ((Math.floor(local / dayMs) + 3) % 7) + 1
    if (weekdays !== null && !weekdays.includes(weekday)) return false
    return dayParts === null || dayParts.includes(dayPartAt(Math.floor((local % dayMs) / minuteMs)))
  }

  #offsetAt(zone: string, moment: number): number {
    let offsets = this.#offsets.get(zone)
    if (offsets === undefined) this.#offsets.set(zone, (offsets = zoneOffsets(zone, this.#from, this.#to)))
    const found = offsets.find(({ to }) => moment < to) ?? offsets.at(-1)
    if (found === undefined) throw new RangeError('a wall clock covers a period')
    return found.offset
  }
}

const dayPartAt = (minutes: number): DayPart =>
  minutes < noon ? 'morning' : minutes < evening ? 'afternoon' : 'evening'
