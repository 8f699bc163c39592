/** Western digits for those of Arabic and Persian, and no marks of direction, which keyboards and formatters add. */
export const plainDigits = (text: string): string =>
  text
    .replaceAll(/[\u200e\u200f\u061c]/g, '')
    .replaceAll(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replaceAll(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))

/** A day in numbers, in the order of the language. */
export const numericDay = (tag: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(tag, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' })

/** An example of a day as `readDay` understands it: `03/14/1968` in the United States. */
export const dayExample = (tag: string): string => plainDigits(numericDay(tag).format(Date.UTC(1968, 2, 14)))
