import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { Exchange } from '../exchange.ts'
import { takeTurns } from './take-turns.ts'

interface Asked {
  readonly who: string
  readonly cost?: string
  readonly rateClass?: string
  readonly kind?: string
}

const requestOf = ({ who, cost = 'list', rateClass = 'read', kind = 'member' }: Asked): Exchange => {
  const route = { declaration: { cost }, rate: { rateClass } }
  const exchange = new Exchange({ req: {}, res: new EventEmitter() } as never, route as never, {}, '')
  exchange.caller = { kind, organizationId: 'lakeside', personId: who } as never
  exchange.session = {} as never
  return exchange
}

const open = () => {
  const step = takeTurns()
  const underWay: string[] = []
  const ends: (() => void)[] = []
  const refused: unknown[] = []
  return {
    underWay,
    refused,
    ask: async (asked: Asked, count = 1, prepare: (exchange: Exchange) => void = () => undefined) => {
      for (let each = 0; each < count; each++) {
        const exchange = requestOf(asked)
        prepare(exchange)
        step
          .run(exchange, () => {
            underWay.push(asked.who)
            return new Promise((resolve) => ends.push(resolve))
          })
          .catch((error: unknown) => refused.push(error))
      }
      await new Promise(setImmediate)
    },
    endOne: async () => {
      ends.shift()?.()
      await new Promise(setImmediate)
    },
  }
}

describe('documents and images of one person', () => {
  it('are made a few at a time, and an answer that is still sent keeps its place', async () => {
    const { ask, underWay, endOne } = open()
    const sending: EventEmitter[] = []
    await ask({ who: 'greedy', cost: 'heavy' }, 3, ({ response }) => sending.push(response))
    await ask({ who: 'greedy', cost: 'heavy' }, 5)
    await ask({ who: 'calm', cost: 'heavy' })
    // Lists have places of their own.
    await ask({ who: 'greedy' })
    expect(underWay).toEqual(['greedy', 'greedy', 'greedy', 'calm', 'greedy'])
    await endOne()
    expect(underWay).toHaveLength(5)
    sending[0]?.emit('close')
    await new Promise(setImmediate)
    expect(underWay).toHaveLength(6)
  })
})

describe('lists and searches of one person', () => {
  it('are worked on a few at a time, and those of others with them', async () => {
    const { ask, underWay, endOne } = open()
    await ask({ who: 'greedy' }, 100)
    await ask({ who: 'calm' })
    expect(underWay).toEqual(['greedy', 'greedy', 'greedy', 'greedy', 'calm'])
    await endOne()
    expect(underWay).toHaveLength(6)
    await ask({ who: 'searcher', rateClass: 'search' }, 10)
    expect(underWay.filter((who) => who === 'searcher')).toHaveLength(2)
    // A program acts for many, and what is quick needs no turn.
    await ask({ who: 'program', kind: 'service' }, 100)
    expect(underWay.filter((who) => who === 'program')).toHaveLength(16)
    await ask({ who: 'quick', cost: 'light' }, 100)
    expect(underWay.filter((who) => who === 'quick')).toHaveLength(100)
  })

  it('wait in a bounded number', async () => {
    const { ask, refused } = open()
    await ask({ who: 'greedy' }, 155)
    expect(refused).toMatchObject([{ status: 429, code: 'too_many_requests' }])
  })

  it('wait without a slot of the server, and pass their turn on if it is full by then', async () => {
    const { ask, underWay, refused, endOne } = open()
    let yielded = 0
    await ask({ who: 'greedy' }, 4)
    await ask({ who: 'greedy' }, 1, (exchange) => {
      exchange.yieldSlotWhile = async (wait) => {
        yielded++
        await wait()
        throw new Error('full')
      }
    })
    await ask({ who: 'greedy' }, 1)
    expect(yielded).toBe(1)
    await endOne()
    expect(refused).toHaveLength(1)
    expect(underWay).toHaveLength(5)
    for (let count = 0; count < 5; count++) await endOne()
    await ask({ who: 'greedy' }, 5)
    expect(underWay).toHaveLength(9)
  })

  it('lose their turn when the client disconnects, and no one waits for them', async () => {
    const { ask, underWay, refused, endOne } = open()
    const leaving: EventEmitter[] = []
    await ask({ who: 'greedy' }, 4)
    await ask({ who: 'greedy' }, 20, ({ response }) => leaving.push(response))
    await ask({ who: 'greedy' }, 1)
    for (const response of leaving) response.emit('close')
    await endOne()
    expect(underWay).toHaveLength(5)
    expect(refused.map(String)).toEqual(leaving.map(() => 'ClientDisconnected: client_gone'))
    await ask({ who: 'greedy' }, 1)
    await endOne()
    expect(underWay).toHaveLength(6)
  })
})
