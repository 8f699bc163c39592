import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createRateLimiter } from './rate-limiter.ts'
import { createSharedLimiter, type SharedLimiter } from './shared-limiter.ts'

const limits = { 'proof-failure': { burst: 4, perSecond: 1 }, read: { burst: 2, perSecond: 1 } }
const now = Date.parse('2026-12-03T12:00:00Z')
const guesser = '192.0.2.1/client/portal'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** The processes of a deployment, and what they have announced. */
const deployment = (size: number) => {
  const announced: string[] = []
  const processes: SharedLimiter[] = Array.from({ length: size }, () =>
    createSharedLimiter({
      own: createRateLimiter(limits),
      announce: (announcement) => {
        announced.push(announcement)
        for (const each of processes) each.receive(announcement, now)
      },
    }),
  )
  const [one, other] = processes
  if (!one || !other) throw new Error('A deployment of a test has two processes at least.')
  return { one, other, announced }
}
const guess = ({ take }: SharedLimiter, times = 1): number[] =>
  Array.from({ length: times }, () => take(guesser, 'proof-failure', now))

test('guesses count in every process, once', () => {
  const { one, other } = deployment(3)
  expect(guess(one, 3)).toEqual([0, 0, 0])
  expect(other.peek(guesser, 'proof-failure', now)).toBe(0)
  vi.advanceTimersByTime(100)
  expect(guess(other, 2)).toEqual([0, 1])
  vi.advanceTimersByTime(100)
  // Three of its own, one of the other: neither its announcements nor a refused guess count.
  expect(one.peek(guesser, 'proof-failure', now)).toBe(1)
  expect(one.peek(guesser, 'proof-failure', now + 1_000)).toBe(0)
})

test('what a person may do often counts in the process alone', () => {
  const { one, other, announced } = deployment(2)
  expect([one.take('person', 'read', now), one.take('person', 'read', now)]).toEqual([0, 0])
  one.charge(guesser, 'proof-failure', now, 1)
  vi.advanceTimersByTime(100)
  expect(announced).toEqual([])
  expect(other.take('person', 'read', now)).toBe(0)
})

test('an announcement names no address and no client, and fits into a notification', () => {
  const { one, other, announced } = deployment(2)
  for (let client = 0; client < 250; client += 1) one.take(`${guesser}-${client}`, 'proof-failure', now)
  vi.advanceTimersByTime(100)
  expect(announced).toHaveLength(3)
  for (const each of announced) {
    expect(each.length).toBeLessThan(8_000)
    expect(each).not.toMatch(/192\.0\.2\.1|portal/)
  }
  other.take(`${guesser}-249`, 'proof-failure', now, 3)
  expect(other.peek(`${guesser}-249`, 'proof-failure', now)).toBe(1)
})

test.each([
  '',
  'x',
  'another\nread abc 1',
  `another\nunknown ${'a'.repeat(43)} 1`,
  `another\nproof-failure ${'a'.repeat(43)} -5`,
])('an announcement of another form changes nothing: %j', (announcement) => {
  const { one } = deployment(2)
  one.receive(announcement, now)
  expect(guess(one, 5)).toEqual([0, 0, 0, 0, 1])
})

test('a process that has stopped announces nothing, and limits for itself', () => {
  const { one, announced } = deployment(2)
  guess(one, 3)
  one.stop()
  expect(guess(one, 2)).toEqual([0, 1])
  vi.advanceTimersByTime(100)
  expect(announced).toEqual([])
})
