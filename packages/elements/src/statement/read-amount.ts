/** Parses an amount, `25`, `25.5` or `25,00`, into integer cents; null when it is not valid. Does not use fractions. */
export const readAmount = (typed: string): number | null => {
  const [, whole, cents = ''] = typed.trim().match(/^\$?\s*(\d{1,6})(?:[.,](\d{1,2}))?$/) ?? []
  return whole === undefined ? null : Number(whole) * 100 + Number(cents.padEnd(2, '0'))
}
