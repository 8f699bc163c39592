import { expect, test } from 'vitest'
import { nextAttempt } from './next-attempt.ts'

const now = new Date('2026-11-25T15:00:00Z')
const expiresAt = new Date('2026-11-28T15:00:00Z')
const pauseAfter = (attempt: number, more: { chance?: number; retryAfterMs?: number; expiresAt?: Date } = {}): number =>
  (nextAttempt({ attempt, now, expiresAt, chance: 0, retryAfterMs: undefined, ...more }).getTime() - now.getTime()) /
  1_000

test('delays double from two seconds to fifteen minutes', () => {
  expect([1, 2, 3, 4, 9, 10, 11, 1_000].map((attempt) => pauseAfter(attempt))).toEqual([
    2, 4, 8, 16, 512, 900, 900, 900,
  ])
})

test('jitter shortens a delay by up to half', () => {
  expect([0, 0.5, 1].map((chance) => pauseAfter(10, { chance }))).toEqual([900, 675, 450])
})

test("the partner's Retry-After is used if it is longer", () => {
  expect(pauseAfter(1, { retryAfterMs: 60_000 })).toBe(60)
  expect(pauseAfter(10, { retryAfterMs: 60_000 })).toBe(900)
})

test('the last attempt is at the time of expiry', () => {
  expect(pauseAfter(10, { expiresAt: new Date(now.getTime() + 30_000) })).toBe(30)
})
