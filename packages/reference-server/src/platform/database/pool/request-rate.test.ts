import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { asRequest, isBusy, sinceLastRequest } from './current-request.ts'

beforeAll(() => void vi.useFakeTimers({ toFake: ['performance'] }))
afterAll(() => void vi.useRealTimers())
beforeEach(() => void vi.advanceTimersByTime(10_000))

/** Requests, one every `every` milliseconds. Returns in how many of them the server was busy. */
const requestEvery = async (every: number, count: number): Promise<number> => {
  let busy = 0
  for (let number = 0; number < count; number += 1) {
    vi.advanceTimersByTime(every)
    await asRequest(async () => undefined)
    if (isBusy()) busy += 1
  }
  return busy
}

test('a server that gets hundreds of requests in a second expects the next one', async () => {
  expect(await requestEvery(3, 300)).toBeGreaterThan(250)
  expect(sinceLastRequest()).toBe(0)
})

test('fifty requests in a second make no other wait', async () => {
  expect(await requestEvery(20, 300)).toBe(0)
})

test('a server is busy no longer than two tenths of a second after the last of many requests', async () => {
  await requestEvery(3, 300)
  vi.advanceTimersByTime(201)
  expect(isBusy()).toBe(false)
  expect(sinceLastRequest()).toBe(201)
})
