import { describe, expect, test } from 'vitest'
import { ConsumerQueue } from './consumer-queue.ts'
import type { StoredEvent } from './read-outbox.ts'

/** Events of one transaction each; a higher number is a later event. */
const stored = (n: number): StoredEvent => ({
  xid: String(n),
  eventId: '00000000-0000-7000-8000-000000000001',
  event: {
    id: '00000000-0000-7000-8000-000000000001',
    type: 'billing.fee-schedule-changed',
    organizationId: 'o',
    at: '2026-11-24T10:00:00.000Z',
    version: 1,
    data: { version: n },
  },
})
const numberOf = ({ event }: StoredEvent): unknown => ('version' in event.data ? event.data.version : null)
const drain = (queue: ConsumerQueue): unknown[] => {
  const found: unknown[] = []
  for (let page = queue.next(1); page.length > 0; page = queue.next(1)) {
    found.push(...page.map(numberOf))
    queue.taken(page)
  }
  return found
}

describe("a consumer's queue", () => {
  test('is complete once the consumer has read up to the offered events, and returns no event twice', () => {
    const queue = new ConsumerQueue()
    expect(queue.isContiguous).toBe(false)
    queue.beginCatchingUp()
    for (const n of [8, 9, 10, 11]) queue.offer(stored(n))
    // In the meantime the consumer itself has read up to 9. Compared as numbers: as text, '10' sorts before '9'.
    expect(queue.caughtUpTo(stored(9))).toBe(true)
    // The reader offers an event that the consumer has already read.
    queue.offer(stored(9))
    queue.offer(stored(12))
    expect([queue.isContiguous, drain(queue)]).toEqual([true, [10, 11, 12]])
  })

  test('requires another catch-up after an overflow, and reports it to a consumer that missed it', () => {
    const queue = new ConsumerQueue()
    queue.beginCatchingUp()
    expect(queue.caughtUpTo(stored(0))).toBe(true)
    for (let n = 1; n <= 1_001; n += 1) queue.offer(stored(n))
    expect([queue.isContiguous, queue.next(1)]).toEqual([false, []])
    expect(queue.caughtUpTo(stored(0))).toBe(false)
    queue.beginCatchingUp()
    queue.offer(stored(1_002))
    expect(queue.caughtUpTo(stored(1_001))).toBe(true)
    expect(drain(queue)).toEqual([1_002])
  })

  test('keeps an event until it is taken', () => {
    const queue = new ConsumerQueue()
    queue.beginCatchingUp()
    queue.caughtUpTo(stored(0))
    queue.offer(stored(1))
    expect([...queue.next(5), ...queue.next(5)].map(numberOf)).toEqual([1, 1])
    queue.taken(queue.next(5))
    expect(queue.next(5)).toEqual([])
  })
})
