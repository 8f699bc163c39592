/** Formats without exponent, which a receiver may not support. */
export const decimal = (value: number): string => {
  const text = String(value)
  if (!/^\d+(\.\d+)?$/.test(text)) throw new Error('A quantity is a positive number without an exponent.')
  return text
}
