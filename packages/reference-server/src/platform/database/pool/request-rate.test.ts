import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { asRequest, isBusy, sinceLastRequest } from './current-request.ts'

beforeAll(() => void vi.useFakeTimers({ toFake: ['performance', 'setTimeout'] }))
afterAll(() => void vi.useRealTimers())
beforeEach(() => void vi.advanceTimersByTime(10_000))

/**
 * Requests, one every `every` milliseconds, each of which takes `length` milliseconds. Returns in how many of them the server was busy, and
 * ends when the last one has ended.
 */
const requestEvery = async (every: number, count: number, length = 5): Promise<number> => {
  let busy = 0
  const requests: Promise<void>[] = []
  for (let number = 0; number < count; number += 1) {
    requests.push(asRequest(() => new Promise((resolve) => setTimeout(resolve, length))))
    if (isBusy()) busy += 1
    await vi.advanceTimersByTimeAsync(every)
  }
  await vi.advanceTimersByTimeAsync(length)
  await Promise.all(requests)
  return busy
}

test('a server that gets hundreds of requests in a second expects the next one', async () => {
  expect(await requestEvery(3, 300)).toBeGreaterThan(250)
  expect(sinceLastRequest()).toBe(8)
})

test('a program that sends one request after the other, as fast as it can, waits for no other', async () => {
  expect(await requestEvery(3, 300, 3)).toBe(0)
  expect(await requestEvery(3, 300, 4)).toBeGreaterThan(250)
})

test('fifty requests in a second make no other wait', async () => {
  expect(await requestEvery(20, 300)).toBe(0)
})

test('a server is busy no longer than two tenths of a second after the last of many requests', async () => {
  await requestEvery(3, 300)
  vi.advanceTimersByTime(193)
  expect(isBusy()).toBe(false)
  expect(sinceLastRequest()).toBe(201)
})
