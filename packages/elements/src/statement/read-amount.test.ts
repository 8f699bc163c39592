import { expect, test } from 'vitest'
import { readAmount } from './read-amount.ts'

test.each([
  ['25', 2500],
  ['25.5', 2550],
  ['25,05', 2505],
  ['$ 1.10', 110],
  ['0.01', 1],
  ['999999.99', 99_999_999],
])('%s is %i cents', (typed, cents) => expect(readAmount(typed)).toBe(cents))

test.each(['', '-5', '1.234', '1e3', '1,234.00', 'ten', '٢٥', '1234567'])('"%s" is no amount', (typed) =>
  expect(readAmount(typed)).toBeNull(),
)
