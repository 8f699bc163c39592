import { numericDay, plainDigits } from './day-example.ts'

export { dayExample } from './day-example.ts'

/** Whether the language writes the month before the day, as in the United States. */
const isMonthFirst = (tag: string): boolean => {
  const order = numericDay(tag)
    .formatToParts(0)
    .map(({ type }) => type)
  return order.indexOf('month') < order.indexOf('day')
}

/** A day, or why what was typed is none: its year has no four digits, so that it may be of two centuries, or the calendar lacks the day. */
export type TypedDay = { readonly day: string } | { readonly fault: 'short-year' | 'no-such-day' }

/**
 * Reads a day as people type it: `YYYY-MM-DD`, numbers in the order of the language, or with the name of the month in the language or in
 * English. Leading zeros may be left out. Null for anything that is no date, such as a name or a record number.
 */
export const readDay = (typed: string, tag: string): TypedDay | null => {
  const text = plainDigits(typed.trim())
  return readNumbers(text, tag) ?? readWithName(text, tag)
}

const readNumbers = (text: string, tag: string): TypedDay | null => {
  const yearFirst = /^(\d{4})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{1,2})$/.exec(text)
  if (yearFirst) return dayOf(yearFirst[1], yearFirst[3], yearFirst[4])
  const [, one, separator = '', other, year = ''] =
    /^(\d{1,2})(\s+|\s*[/.-]\s*)(\d{1,2})\2(\d{2}|\d{4})$/.exec(text) ?? []
  // `12-34-56` may be the number of a record.
  if (!one || (year.length === 2 && !/[/.]/.test(separator))) return null
  return isMonthFirst(tag) ? dayOf(year, one, other) : dayOf(year, other, one)
}

/** What stands next to numbers in the languages of the texts: `7 de marzo de 1984`, `March 7th, 1984`. */
const besideNumbers = /^(?:de|del|of|the)$/
const wordsOf = (text: string): readonly string[] =>
  plainLetters(text)
    .split(/[\s,./-]+/)
    .map((word) => word.replace(/^(\d{1,2})(?:st|nd|rd|th|o)$/, '$1'))
    .filter((word) => word !== '' && !besideNumbers.test(word))

const readWithName = (text: string, tag: string): TypedDay | null => {
  const words = wordsOf(text)
  const numbers = words.filter((word) => /^(?:\d{1,2}|\d{4})$/.test(word))
  const [name, ...others] = words.filter((word) => !/^\d/.test(word))
  if (words.length !== 3 || numbers.length !== 2 || name === undefined || others.length > 0) return null
  const month = monthNamed(name, tag) ?? monthNamed(name, 'en')
  if (month === null) return null
  const year = numbers.find((number) => number.length === 4)
  const day = numbers.find((number) => number !== year)
  return year === undefined ? { fault: 'short-year' } : dayOf(year, String(month), day)
}

/** Without accents, so that `marzo` and `MÁRZO` are the same. */
const plainLetters = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** The month that a name or its first letters stand for; null for none or several. */
const monthNamed = (name: string, tag: string): number | null => {
  if (name.length < 3) return null
  const names = new Intl.DateTimeFormat(tag, { month: 'long', timeZone: 'UTC' })
  const found = Array.from({ length: 12 }, (_, month) => month).filter((month) =>
    plainLetters(names.format(Date.UTC(2000, month))).startsWith(name),
  )
  return found.length === 1 && found[0] !== undefined ? found[0] + 1 : null
}

const dayOf = (year = '', month = '', day = ''): TypedDay => {
  if (year.length !== 4) return { fault: 'short-year' }
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = new Date(`${written}T00:00:00Z`)
  return at.getUTCDate() === Number(day) ? { day: written } : { fault: 'no-such-day' }
}
