/** Formats cents as an X12 decimal, without insignificant zeros. 12050 is `120.5`, -5 is `-.05`, 0 is `0`. */
export const writeAmount = (cents: number): string => {
  if (!Number.isSafeInteger(cents)) throw new RangeError('An amount is a whole number of cents.')
  if (cents === 0) return '0'
  const digits = String(Math.abs(cents)).padStart(3, '0')
  const whole = digits.slice(0, -2).replace(/^0+/, '')
  const fraction = digits.slice(-2).replace(/0+$/, '')
  return `${cents < 0 ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}

/** Parses an X12 decimal to cents, without floating point; null if it is invalid, has fractions of a cent, or is too large. */
export const readAmount = (text: string): number | null => {
  const match = /^(-?)(\d{0,13})(?:\.(\d{0,2})0*)?$/.exec(text)
  if (!match || !/\d/.test(text)) return null
  const [, sign, whole = '', fraction = ''] = match
  const cents = Number(whole) * 100 + Number(fraction.padEnd(2, '0'))
  return cents === 0 ? 0 : sign === '-' ? -cents : cents
}

/** Parses a number to hundredths (`0.2` of a 271 is 20 %); null if it is invalid. */
export const readBasisPoints = (text: string): number | null => {
  const match = /^(\d{0,3})(?:\.(\d{0,4})0*)?$/.exec(text)
  if (!match || !/\d/.test(text)) return null
  return Number(match[1] ?? '') * 10_000 + Number((match[2] ?? '').padEnd(4, '0'))
}
