import { describe, expect, it } from 'vitest'
import { ClientDisconnected } from '../problems/client-disconnected.ts'
import { Problem } from '../problems/problem.ts'
import { createFairQueue, type QueueBounds } from './fair-queue.ts'

/** A queue whose pieces of work end when the test says so. */
const open = (bounds: Partial<QueueBounds> = {}) => {
  const queue = createFairQueue({
    atOnce: 1,
    perPerson: 100,
    perOrganization: 100,
    waiting: 100,
    secondsEach: 0.15,
    ...bounds,
  })
  const started: string[] = []
  const ends: (() => void)[] = []
  const refused: Problem[] = []
  const gone: string[] = []
  return {
    queue,
    started,
    refused,
    gone,
    ask: (who: string, disconnected?: AbortSignal): Promise<void> => {
      const [organizationId = '', personId = ''] = who.split('/')
      return queue
        .run(
          { organizationId, personId },
          async () => {
            started.push(who)
            await new Promise<void>((resolve) => ends.push(resolve))
          },
          disconnected,
        )
        .catch((error: unknown) => {
          if (error instanceof ClientDisconnected) gone.push(who)
          else if (error instanceof Problem) refused.push(error)
          else throw error
        })
    },
    /** Ends everything, in the order in which it started. */
    endAll: async () => {
      while (queue.underWay > 0) {
        ends.shift()?.()
        await new Promise(setImmediate)
      }
    },
  }
}

describe('the queue of heavy work', () => {
  it('lets everyone else go after one piece of a person who asks for many', async () => {
    const { ask, started, endAll } = open()
    for (let count = 0; count < 5; count++) void ask('a/greedy')
    void ask('a/calm')
    void ask('b/other')
    await endAll()
    expect(started).toEqual(['a/greedy', 'a/greedy', 'b/other', 'a/calm', 'a/greedy', 'a/greedy', 'a/greedy'])
  })

  it('works on a bounded number at once', async () => {
    const { ask, queue, endAll } = open({ atOnce: 2 })
    for (let count = 0; count < 5; count++) void ask(`a/${count}`)
    expect([queue.underWay, queue.waiting]).toEqual([2, 3])
    await endAll()
    expect([queue.underWay, queue.waiting]).toEqual([0, 0])
  })

  it('refuses a person who has too much in it, and no one else', async () => {
    const { ask, refused, started, endAll } = open({ perPerson: 3 })
    for (let count = 0; count < 5; count++) void ask('a/greedy')
    void ask('a/calm')
    await endAll()
    expect(refused.map(({ status, code }) => [status, code])).toEqual([
      [429, 'too_many_requests'],
      [429, 'too_many_requests'],
    ])
    expect(refused[0]?.headers['retry-after']).toBe('1')
    expect(started.filter((who) => who === 'a/calm')).toHaveLength(1)
    // Their places are free again.
    void ask('a/greedy')
    await endAll()
    expect(started).toHaveLength(5)
  })

  it('refuses an organization that has too much in it, and no other organization', async () => {
    const { ask, refused, started, endAll } = open({ perOrganization: 3 })
    for (let count = 0; count < 5; count++) void ask(`a/${count}`)
    void ask('b/other')
    await endAll()
    expect(refused.map(({ status, code }) => [status, code])).toEqual([
      [503, 'overloaded'],
      [503, 'overloaded'],
    ])
    expect(started).toContain('b/other')
  })

  it('refuses what would wait too long, with the time to wait', async () => {
    const { ask, refused, endAll } = open({ waiting: 20 })
    for (let count = 0; count < 22; count++) void ask(`a/${count}`)
    await endAll()
    expect(refused.map(({ code, headers }) => [code, headers['retry-after']])).toEqual([['overloaded', '3']])
  })

  it('drops what waits for a client that has disconnected, and its places are free', async () => {
    const { ask, queue, started, gone, refused, endAll } = open({ perPerson: 3, perOrganization: 4, waiting: 3 })
    const page = new AbortController()
    void ask('a/greedy', page.signal)
    void ask('a/greedy', page.signal)
    void ask('a/greedy', page.signal)
    void ask('a/calm')
    expect([queue.underWay, queue.waiting]).toEqual([1, 3])
    page.abort()
    await new Promise(setImmediate)
    // What has started goes on.
    expect([queue.underWay, queue.waiting, gone]).toEqual([1, 1, ['a/greedy', 'a/greedy']])
    void ask('a/greedy')
    void ask('a/greedy')
    await endAll()
    expect(refused).toEqual([])
    expect(started).toEqual(['a/greedy', 'a/calm', 'a/greedy', 'a/greedy'])
    expect([queue.underWay, queue.waiting]).toEqual([0, 0])
    void ask('a/late', page.signal)
    await new Promise(setImmediate)
    expect([gone.at(-1), started.length]).toEqual(['a/late', 4])
  })

  it('goes on after work that fails', async () => {
    const { queue } = open()
    const asker = { organizationId: 'a', personId: 'one' }
    await expect(queue.run(asker, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect(await queue.run(asker, async () => 'made')).toBe('made')
  })
})
