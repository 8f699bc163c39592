/** Western digits for those of Arabic, and no marks of direction. */
const plainDigits = (text) =>
  text
    .replaceAll(/[\u200e\u200f\u061c]/g, '')
    .replaceAll(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))

const numeric = (language) =>
  new Intl.DateTimeFormat(language, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' })

/** An example of a day as `readDay` understands it: `03/14/1968` in English. */
export const dayExample = (language) => plainDigits(numeric(language).format(Date.UTC(1968, 2, 14)))

/** The day that was typed as `YYYY-MM-DD`, or in the order of the language; null for anything else. */
export const readDay = (typed, language) => {
  const text = plainDigits(typed.trim())
  const parts = /^(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})$/.exec(text)?.slice(1)
  if (!parts) return null
  const order = /^\d{4}-/.test(text)
    ? ['year', 'month', 'day']
    : numeric(language)
        .formatToParts(0)
        .map(({ type }) => type)
        .filter((type) => type !== 'literal')
  const part = (name) => (parts[order.indexOf(name)] ?? '').padStart(2, '0')
  const [year, month, day] = [part('year'), part('month'), part('day')]
  const at = new Date(`${year}-${month}-${day}T00:00:00Z`)
  return year.length === 4 && at.getUTCDate() === Number(day) ? `${year}-${month}-${day}` : null
}
