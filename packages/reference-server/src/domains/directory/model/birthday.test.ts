import { expect, it } from 'vitest'
import { ageOn, birthday } from './birthday.ts'

const age = (born: string, today: string): number => ageOn(born, Temporal.PlainDate.from(today))

it('a person is a year older on their birthday and not the day before', () => {
  expect(age('1990-06-15', '2026-06-14')).toBe(35)
  expect(age('1990-06-15', '2026-06-15')).toBe(36)
  expect(age('2026-06-15', '2026-06-15')).toBe(0)
})

it('a person born on 29 February turns 18 on 1 March of a common year and on 29 February of a leap year', () => {
  expect(birthday('2008-02-29', 18).toString()).toBe('2026-03-01')
  expect(birthday('2008-02-29', 16).toString()).toBe('2024-02-29')
  expect(age('2008-02-29', '2026-02-28')).toBe(17)
  expect(age('2008-02-29', '2026-03-01')).toBe(18)
  expect(age('2008-02-29', '2024-02-29')).toBe(16)
})
