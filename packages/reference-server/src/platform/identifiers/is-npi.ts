/**
 * Whether ten digits are a valid National Provider Identifier: the Luhn sum with the prefix 80840 (45 CFR 162.406, ISO/IEC 7812) is a
 * multiple of ten. The prefix adds 24.
 */
export const isNpi = (digits: string): boolean => {
  if (!/^[0-9]{10}$/.test(digits)) return false
  const sum = Array.from(digits, Number)
    .reverse()
    .reduce((total, digit, index) => {
      const value = digit * (index % 2 === 1 ? 2 : 1)
      return total + (value > 9 ? value - 9 : value)
    }, 24)
  return sum % 10 === 0
}
