import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { isNpi } from './is-npi.ts'

describe('an NPI', () => {
  it('with one changed digit or two swapped neighbors is detected (except 09 and 90, a limit of Luhn)', () => {
    fc.assert(
      fc.property(fc.nat(9), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const digits = Array.from('1234567893')
        digits[at] = String((Number(digits[at]) + by) % 10)
        expect(isNpi(digits.join(''))).toBe(false)
      }),
    )
    for (let at = 0; at < 9; at += 1) {
      const digits = Array.from('1234567893')
      ;[digits[at], digits[at + 1]] = [digits[at + 1] as string, digits[at] as string]
      expect(isNpi(digits.join(''))).toBe(false)
    }
  })

  it.each(['1234567893', '1497758544'])('accepts %s', (npi) => {
    expect(isNpi(npi)).toBe(true)
  })

  it.each(['', '123456789', '12345678930', '12345A7893', '123456789３', '1234567893 '])('refuses %j', (npi) => {
    expect(isNpi(npi)).toBe(false)
  })
})
