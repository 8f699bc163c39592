import { expect, test } from 'vitest'
import { createRequestThrottle } from './request-throttle.ts'

const startsOf = async (count: number, rate: { perSecond: number; burst: number }): Promise<number[]> => {
  const throttle = createRequestThrottle(rate)
  const began = performance.now()
  const starts: number[] = []
  await Promise.all(
    Array.from({ length: count }, () => throttle.run(async () => void starts.push(performance.now() - began))),
  )
  return starts
}

test('every task runs, at the vendor’s rate, in the order of the requests', async () => {
  const starts = await startsOf(30, { perSecond: 40, burst: 10 })
  expect(starts).toHaveLength(30)
  // Twenty more at forty per second.
  expect(starts[29]).toBeGreaterThan(450)
  expect(starts).toEqual(starts.toSorted((one, other) => one - other))
})

test('no second exceeds the burst plus the rate', async () => {
  const starts = await startsOf(60, { perSecond: 30, burst: 5 })
  for (const start of starts)
    expect(starts.filter((other) => other >= start && other < start + 1000).length).toBeLessThanOrEqual(36)
})

test('a task that fails does not block the queue', async () => {
  const throttle = createRequestThrottle({ perSecond: 100, burst: 1 })
  const failed = throttle.run(() => Promise.reject(new Error('no')))
  const next = throttle.run(async () => 'done')
  await expect(failed).rejects.toThrow('no')
  await expect(next).resolves.toBe('done')
})

test('a task that is cancelled while waiting does not start, and those behind it move up', async () => {
  const throttle = createRequestThrottle({ perSecond: 20, burst: 1 })
  const started: string[] = []
  const run = (name: string, signal?: AbortSignal) => throttle.run(async () => void started.push(name), signal)
  const impatient = new AbortController()
  const all = Promise.allSettled([run('first'), run('second', impatient.signal), run('third')])
  impatient.abort(new Error('no longer needed'))
  const [, second] = await all
  expect(second).toMatchObject({ status: 'rejected', reason: { message: 'no longer needed' } })
  expect(started).toEqual(['first', 'third'])
  expect(throttle.waiting).toBe(0)
})

test('after the vendor’s Retry-After nothing is sent until it is over', async () => {
  const throttle = createRequestThrottle({ perSecond: 1000, burst: 10 })
  throttle.pause(200)
  const began = performance.now()
  await throttle.run(async () => undefined)
  expect(performance.now() - began).toBeGreaterThan(190)
})
