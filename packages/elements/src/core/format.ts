import { intl } from './intl.ts'

const dateFormat = (tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  intl(Intl.DateTimeFormat, tag, options)

const dayAndTime = { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' } as const

const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

/**
 * Formats times, dates and zones for one person. Instants are RFC 3339 strings of the contract. The zone is the person's own unless another
 * is given.
 */
export class Formatter {
  readonly tag: string
  readonly zone: string
  #comma: string | undefined
  readonly #elsewhere: Record<string, Formatter> = {}

  constructor(tag: string, zone: string = ownZone()) {
    this.tag = tag
    this.zone = zone
  }

  /** The same language in another time zone. */
  at(zone: string): Formatter {
    return (this.#elsewhere[zone] ??= new Formatter(this.tag, zone))
  }

  /** Today where the person is: `2026-11-25`. */
  get today(): string {
    return dayKey(new Date().toISOString(), this.zone)
  }

  /** `10:30 AM` */
  time(instant: string, zone = this.zone): string {
    return this.#format(instant, { hour: 'numeric', minute: '2-digit' }, zone)
  }

  /** `November 2026` */
  month(instant: string): string {
    return this.#format(instant, { month: 'long', year: 'numeric' })
  }

  /** `Wednesday, November 25` */
  day(instant: string): string {
    return this.#format(instant, { weekday: 'long', day: 'numeric', month: 'long' })
  }

  /** `Wed, Nov 25, 10:30 AM`, with the year when it differs from that of `now`. */
  moment(instant: string, now = new Date().toISOString()): string {
    return this.#sameYear(instant, now)
      ? this.#format(instant, { weekday: 'short', ...dayAndTime })
      : this.momentWithYear(instant)
  }

  /** `Wed, Nov 25, 2026, 10:30 AM`, for signatures and other records, which are read in later years and printed. */
  momentWithYear(instant: string): string {
    return this.#format(instant, { weekday: 'short', ...dayAndTime, year: 'numeric' })
  }

  /** `November 18, 2026` */
  date(instant: string): string {
    return this.#format(instant, { day: 'numeric', month: 'long', year: 'numeric' })
  }

  /** `Nov 18, 2026`, where space is scarce */
  shortDate(instant: string): string {
    return this.#format(instant, { day: 'numeric', month: 'short', year: 'numeric' })
  }

  /** `1:30 AM EDT`, for the hour that repeats when the clocks change. */
  timeWithZone(instant: string): string {
    return this.#format(instant, { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' })
  }

  /** `25 minutes` */
  minutes(count: number): string {
    return intl(Intl.NumberFormat, this.tag, { style: 'unit', unit: 'minute', unitDisplay: 'long' }).format(count)
  }

  /** `Wed` and `25`, for a calendar day. */
  weekday(instant: string): string {
    return this.#format(instant, { weekday: 'short' })
  }

  /** `Wednesday` */
  weekdayName(instant: string): string {
    return this.#format(instant, { weekday: 'long' })
  }

  dayOfMonth(instant: string): string {
    return this.#format(instant, { day: 'numeric' })
  }

  /** `Today, 10:41 AM`, `Yesterday, 4:05 PM`, otherwise `November 21, 2:17 AM`, with the year when it is another one. */
  recently(instant: string, now: string): string {
    const word = this.#nearDay(instant, now)
    if (word) return this.list([word, this.time(instant)])
    return this.#format(instant, {
      ...dayAndTime,
      month: 'long',
      ...(this.#sameYear(instant, now) ? {} : { year: 'numeric' }),
    })
  }

  /** `Today, 3:45 PM`, `Tomorrow, 9:00 AM`, otherwise `Wed, Nov 25, 10:30 AM`. */
  soon(instant: string, now = new Date().toISOString()): string {
    const word = this.#nearDay(instant, now)
    return word ? this.list([word, this.time(instant)]) : this.moment(instant, now)
  }

  /** `Tomorrow, Thursday, November 26`, otherwise `Friday, November 27`. */
  dayInWords(instant: string, now = new Date().toISOString()): string {
    const word = this.#nearDay(instant, now)
    return word ? this.list([word, this.day(instant)]) : this.day(instant)
  }

  /** `Eastern Time`. A zone that has only an offset in everyday use, such as UTC, has its full name. */
  zoneName(instant: string, zone = this.zone): string {
    const generic = this.#zonePart(instant, 'longGeneric', zone)
    return /\d/.test(generic) ? this.#zonePart(instant, 'long', zone) : generic
  }

  /** `Eastern Time, New York`: the zone and its city, which browsers know in English only. */
  zoneWithCity(instant: string, zone = this.zone): string {
    const name = this.zoneName(instant, zone)
    const isCity = zone.includes('/') && !zone.startsWith('Etc/')
    return isCity ? this.list([name, lastPart(zone)]) : name
  }

  /** `4:52`, for a countdown. Screen readers get announcements in words, not every second. */
  countdown(seconds: number): string {
    const whole = Math.max(0, Math.ceil(seconds))
    const two = intl(Intl.NumberFormat, this.tag, { minimumIntegerDigits: 2 })
    return `${this.number(Math.floor(whole / 60))}:${two.format(whole % 60)}`
  }

  /** `$125.50`, for integer cents. */
  money(cents: number, currency = 'USD'): string {
    const options = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const
    const text = intl(Intl.NumberFormat, this.tag, options).format(cents / 100)
    // In right-to-left text the dollar sign of `US$` would move before its letters.
    return text.replace(/[\p{L}\p{Sc}.]{2,}/u, '\u2066$&\u2069')
  }

  number(value: number): string {
    return intl(Intl.NumberFormat, this.tag).format(value)
  }

  /** The comma of the language, with the space after it. A mark keeps the day of an Arabic date from joining a Latin name before it. */
  get comma(): string {
    return (this.#comma ??= commaOf(this.tag))
  }

  /** `English, Spanish`: items without "and". */
  list(items: readonly string[]): string {
    return items.join(this.comma)
  }

  /** `your visit, your answers and your consent` */
  and(items: readonly string[]): string {
    return intl(Intl.ListFormat, this.tag, { type: 'conjunction' }).format(items)
  }

  /** `Spanish` for `es` */
  languageName(code: string): string {
    return intl(Intl.DisplayNames, this.tag, { type: 'language' }).of(code) ?? code
  }

  /** `Yesterday`, `Today` or `Tomorrow`; empty for other days. */
  #nearDay(instant: string, now: string): string {
    const days = daysBetween(dayKey(now, this.zone), dayKey(instant, this.zone))
    if (Math.abs(days) > 1) return ''
    const word = intl(Intl.RelativeTimeFormat, this.tag, { numeric: 'auto' }).format(days, 'day')
    return `${word.charAt(0).toLocaleUpperCase(this.tag)}${word.slice(1)}`
  }

  #sameYear(one: string, other: string): boolean {
    return dayKey(one, this.zone).slice(0, 4) === dayKey(other, this.zone).slice(0, 4)
  }

  #format(instant: string, options: Intl.DateTimeFormatOptions, zone = this.zone): string {
    return dateFormat(this.tag, { ...options, timeZone: zone }).format(new Date(instant))
  }

  #zonePart(instant: string, timeZoneName: 'long' | 'longGeneric', timeZone: string): string {
    const parts = dateFormat(this.tag, { timeZoneName, timeZone }).formatToParts(new Date(instant))
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
  }
}

const commaOf = (tag: string): string => {
  const [, between] = intl(Intl.ListFormat, tag, { type: 'unit', style: 'short' }).formatToParts(['1', '2', '3'])
  return `${/\p{Po}/u.exec(between?.value ?? '')?.[0] ?? ','} `.replace('،', '\u200f،')
}

/** `America/Argentina/Buenos_Aires` is `Buenos Aires`. */
const lastPart = (zone: string): string => (zone.split('/').at(-1) ?? '').replaceAll('_', ' ')

/** The calendar day of an instant in a zone, `2026-11-25`: for grouping. */
export const dayKey = (instant: string, zone: string): string =>
  dateFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(instant))

/** The calendar day some days later: `addDays('2026-11-30', 1)` is `2026-12-01`. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

/** The instant at which a calendar day starts in a zone, as RFC 3339. Computes the offset twice, because it may change in between. */
export const startOfDay = (day: string, zone: string): string => {
  const localMidnight = Date.parse(day)
  const at = (offset: number): string => new Date(localMidnight - offset * 60_000).toISOString()
  return at(zoneOffset(at(zoneOffset(at(0), zone)), zone))
}

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** The UTC offset of a zone at an instant, in minutes. */
export const zoneOffset = (instant: string, zone: string): number => {
  const name = dateFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(new Date(instant))
    .find((part) => part.type === 'timeZoneName')?.value
  const match = /([+-])(\d{2}):(\d{2})/.exec(name ?? '')
  return match ? (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3])) : 0
}

/** The text in the person's language, else English, else the first available. */
export const localized = (
  texts: readonly { readonly language: string; readonly text: string }[],
  tag: string,
): string => {
  const base = tag.split('-')[0]
  const by = (language: string | undefined) => texts.find((text) => text.language === language)
  return (by(tag) ?? by(base) ?? by('en') ?? texts[0])?.text ?? ''
}
