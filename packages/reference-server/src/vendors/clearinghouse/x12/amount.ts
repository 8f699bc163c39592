/** Cents as X12 writes a decimal: no leading or trailing zeros that say nothing. 12050 is `120.5`, -5 is `-.05`, 0 is `0`. */
export const writeAmount = (cents: number): string => {
  if (!Number.isSafeInteger(cents)) throw new RangeError('An amount is a whole number of cents.')
  if (cents === 0) return '0'
  const digits = String(Math.abs(cents)).padStart(3, '0')
  const whole = digits.slice(0, -2).replace(/^0+/, '')
  const fraction = digits.slice(-2).replace(/0+$/, '')
  return `${cents < 0 ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}

/** Cents of an X12 decimal, without going through a float; null when it is none, has parts of a cent, or is past counting. */
export const readAmount = (text: string): number | null => {
  const match = /^(-?)(\d{0,13})(?:\.(\d{0,2})0*)?$/.exec(text)
  if (!match || !/\d/.test(text)) return null
  const [, sign, whole = '', fraction = ''] = match
  const cents = Number(whole) * 100 + Number(fraction.padEnd(2, '0'))
  return cents === 0 ? 0 : sign === '-' ? -cents : cents
}

/** A count in hundredths (`0.2` of 271 is 20 %); null when it is none. */
export const readBasisPoints = (text: string): number | null => {
  const match = /^(\d{0,3})(?:\.(\d{0,4})0*)?$/.exec(text)
  if (!match || !/\d/.test(text)) return null
  return Number(match[1] ?? '') * 10_000 + Number((match[2] ?? '').padEnd(4, '0'))
}
