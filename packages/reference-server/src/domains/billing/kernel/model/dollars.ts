/** `$1,234.56`; `-$0.05`. From cents, without a float in between. */
export const dollars = (cents: number): string => {
  const whole = Math.floor(Math.abs(cents) / 100)
  const part = String(Math.abs(cents) % 100).padStart(2, '0')
  return `${cents < 0 ? '-' : ''}$${String(whole).replaceAll(/\B(?=(\d{3})+$)/g, ',')}.${part}`
}
