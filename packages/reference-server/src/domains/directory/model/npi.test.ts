import { expect, it } from 'vitest'
import { isNpi } from './npi.ts'

it('a National Provider Identifier with one wrong digit is noticed, wherever it stands', () => {
  // The example of the standard itself.
  expect(isNpi('1234567893')).toBe(true)
  for (let place = 0; place < 10; place += 1) {
    const wrong = [...'1234567893']
      .map((digit, index) => (index === place ? String((Number(digit) + 1) % 10) : digit))
      .join('')
    expect(isNpi(wrong), wrong).toBe(false)
  }
})

it('what is not ten digits is no identifier', () => {
  expect(isNpi('123456789')).toBe(false)
  expect(isNpi('12345678930')).toBe(false)
  expect(isNpi('12345A7893')).toBe(false)
})
