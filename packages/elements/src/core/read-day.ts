/** Western digits for those of Arabic, and no marks of direction, which keyboards and formatters add. */
const plainDigits = (text: string): string =>
  text
    .replaceAll(/[\u200e\u200f\u061c]/g, '')
    .replaceAll(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))

const numeric = (tag: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(tag, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' })

/** The order of day, month and year in the language, e.g. month, day, year in the United States. */
const orderOf = (tag: string): readonly string[] =>
  numeric(tag)
    .formatToParts(0)
    .map(({ type }) => type)
    .filter((type) => type === 'day' || type === 'month' || type === 'year')

/** An example of a day as `readDay` understands it: `03/14/1968` in the United States. */
export const dayExample = (tag: string): string => plainDigits(numeric(tag).format(Date.UTC(1968, 2, 14)))

/** The day that was typed as `YYYY-MM-DD`, or in the order of the language with `/`, `.` or `-`; null for anything else. */
export const readDay = (typed: string, tag: string): string | null => {
  const text = plainDigits(typed.trim())
  const iso = /^\d{4}-\d{2}-\d{2}$/.test(text)
  const parts = /^(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})$/.exec(text)?.slice(1)
  if (!parts) return null
  const order = iso ? ['year', 'month', 'day'] : orderOf(tag)
  const part = (name: string): string => parts[order.indexOf(name)] ?? ''
  const [year, month, day] = [part('year'), part('month').padStart(2, '0'), part('day').padStart(2, '0')]
  const at = new Date(`${year}-${month}-${day}T00:00:00Z`)
  return /^\d{4}$/.test(year) && at.getUTCDate() === Number(day) ? `${year}-${month}-${day}` : null
}
