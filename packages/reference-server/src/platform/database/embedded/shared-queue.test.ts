import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SharedQueue } from './shared-queue.ts'

/** Both ends of a queue in one thread, and the messages that would be on the port. */
const both = (begunAt = 0) => {
  const writer = new SharedQueue()
  new Int32Array(writer.memory).fill(begunAt, 0, 2)
  const reader = new SharedQueue(writer.memory)
  const port: Uint8Array<ArrayBuffer>[] = []
  const receive = (): Uint8Array<ArrayBuffer> => {
    const message = port.shift()
    if (!message) throw new Error('nothing on the port')
    return message
  }
  return {
    offer: (message: Uint8Array<ArrayBuffer>) => writer.offer(message, (long) => void port.push(long)),
    take: () => reader.take(receive),
    port,
  }
}
const filled = (length: number, seed: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length }, (_, index) => (seed * 31 + index * 7) & 0xff)

test('returns messages in order, at any position in the memory and with some on the port', () => {
  const size = fc.oneof(fc.nat(40), fc.integer({ min: 0, max: 300_000 }), fc.integer({ min: 262_140, max: 262_150 }))
  const step = fc.oneof({ arbitrary: size, weight: 3 }, { arbitrary: fc.constant('take' as const), weight: 2 })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const queue = both()
      const expected: Uint8Array[] = []
      const takeOne = (): void => {
        const message = queue.take()
        const wanted = expected.shift() ?? null
        expect(message === null || wanted === null ? message === wanted : Buffer.compare(message, wanted) === 0).toBe(
          true,
        )
      }
      steps.forEach((each, index) => {
        if (each === 'take') return takeOne()
        const message = filled(each, index)
        if (queue.offer(message)) expected.push(message)
        // There is always room for one more after all were taken.
        else expect(expected.length).toBeGreaterThan(0)
      })
      while (expected.length > 0) takeOne()
      expect(queue.take()).toBeNull()
      expect(queue.port).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('refuses a message for which there is no room, and has room again after one was taken', () => {
  const queue = both()
  const quarter = filled(200_000, 1)
  let offered = 0
  while (queue.offer(quarter)) offered += 1
  expect(offered).toBe(5)
  expect(queue.take()).toEqual(quarter)
  expect(queue.offer(quarter)).toBe(true)
  expect(queue.offer(quarter)).toBe(false)
})

test('continues when its counters exceed 32 bits', () => {
  const queue = both(2 ** 31 - 400_000)
  for (let count = 0; count < 20; count += 1) {
    const message = filled(50_000, count)
    expect(queue.offer(message)).toBe(true)
    expect(queue.take()).toEqual(message)
  }
})

test('wakes the thread that waits for more', async () => {
  const writer = new SharedQueue()
  const reader = new SharedQueue(writer.memory)
  const further = reader.further(reader.written)
  expect(further).toBeInstanceOf(Promise)
  const { written } = reader
  writer.offer(filled(8, 1), () => undefined)
  await further
  expect(reader.further(written)).toBeUndefined()
})
