/** A recurrence rule (RFC 5545, 3.3.10), as far as visits need one. Weeks begin on Monday. */
export interface RecurrenceRule {
  readonly frequency: 'DAILY' | 'WEEKLY' | 'MONTHLY'
  readonly interval: number
  /** ISO weekday, 1 is Monday; with `nth` the nth of the month, counted from its end if negative. */
  readonly byDay: readonly { readonly weekday: number; readonly nth: number | null }[]
  /** Days of the month; counted from its end if negative. */
  readonly byMonthDay: readonly number[]
  readonly count: number | null
  /** The last moment, inclusive: UTC, or the end of a day in the zone of the series. */
  readonly until: Temporal.Instant | Temporal.PlainDate | null
}

export const mostOccurrences = 52

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const known = new Set(['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTHDAY', 'COUNT', 'UNTIL', 'WKST'])

/** The rule, or a sentence that says what is wrong. */
export const parseRule = (text: string): RecurrenceRule | string => {
  const parts = new Map<string, string>()
  for (const part of text.split(';')) {
    const [name = '', value = ''] = part.split('=', 2)
    if (!known.has(name) || value === '') return `Must have only ${[...known].join(', ')}, each with a value.`
    if (parts.has(name)) return 'Must name each part once.'
    parts.set(name, value)
  }
  const frequency = parts.get('FREQ')
  if (frequency !== 'DAILY' && frequency !== 'WEEKLY' && frequency !== 'MONTHLY')
    return 'Must have FREQ=DAILY, WEEKLY or MONTHLY.'
  const interval = wholeNumber(parts.get('INTERVAL') ?? '1', 1, 99)
  if (interval === null) return 'Must have an INTERVAL from 1 to 99.'
  const byDay = list(parts.get('BYDAY'), (each) => parseDay(each, frequency === 'MONTHLY'))
  if (byDay === null)
    return 'Must have weekdays in BYDAY, e.g. MO,TH. With FREQ=MONTHLY they can have a number, e.g. 2TU or -1FR.'
  const byMonthDay = list(parts.get('BYMONTHDAY'), (each) => wholeNumber(each.replace('-', ''), 1, 31) && Number(each))
  if (byMonthDay === null) return 'Must have days from 1 to 31, or -1 to -31, in BYMONTHDAY.'
  if (byMonthDay.length > 0 && frequency === 'WEEKLY') return 'Must not have BYMONTHDAY with FREQ=WEEKLY.'
  if ((parts.get('WKST') ?? 'MO') !== 'MO') return 'Must have weeks that begin on Monday: WKST=MO.'
  const [count, until] = [parts.get('COUNT'), parts.get('UNTIL')]
  if ((count === undefined) === (until === undefined)) return 'Must end by COUNT or by UNTIL, and not by both.'
  const counted = count === undefined ? null : wholeNumber(count, 1, mostOccurrences)
  if (count !== undefined && counted === null) return `Must have a COUNT from 1 to ${mostOccurrences}.`
  const last = until === undefined ? null : parseUntil(until)
  if (until !== undefined && last === null) return 'Must have an UNTIL such as 20261231 or 20261231T235959Z.'
  return { frequency, interval, byDay, byMonthDay, count: counted, until: last }
}

const wholeNumber = (text: string, least: number, most: number): number | null => {
  if (!/^\d{1,3}$/.test(text)) return null
  const value = Number(text)
  return value >= least && value <= most ? value : null
}

/** Null if one of them is not valid. */
const list = <Item>(text: string | undefined, parse: (each: string) => Item | null): Item[] | null => {
  if (text === undefined) return []
  const items = text.split(',').map(parse)
  return items.every((item) => item !== null) ? items : null
}

const parseDay = (text: string, mayCount: boolean): RecurrenceRule['byDay'][number] | null => {
  const [, nth, day = ''] = /^([+-]?[1-5])?([A-Z]{2})$/.exec(text) ?? []
  const weekday = weekdays.indexOf(day) + 1
  if (weekday === 0 || (nth !== undefined && !mayCount)) return null
  return { weekday, nth: nth === undefined ? null : Number(nth) }
}

const parseUntil = (text: string): RecurrenceRule['until'] => {
  if (!/^\d{8}(T\d{6}Z)?$/.test(text)) return null
  try {
    return text.length === 8 ? Temporal.PlainDate.from(text) : Temporal.Instant.from(text)
  } catch {
    return null
  }
}
