import { ClientDisconnected } from '../../problems/client-disconnected.ts'
import { tooManyRequests } from '../../rates/too-many-requests.ts'
import type { Exchange } from '../exchange.ts'
import type { Route } from '../route.ts'
import type { Step } from '../pipeline-step.ts'

/** Requests of one person under way at once. */
const searchesAtOnce = 2
const listsAtOnce = 4
/** Also counted while the answer is sent: a copy of a record has up to 100 MB. */
const heavyAtOnce = 3
/** A program acts for many people. */
const serviceFactor = 4
/** Requests of one person that wait. */
const mostWaiting = 150

interface Turns {
  underWay: number
  readonly waiting: (() => void)[]
}

type Kind = 'list' | 'search' | 'heavy'

const placesOfKind: Record<Kind, number> = { list: listsAtOnce, search: searchesAtOnce, heavy: heavyAtOnce }

/** Null for what is quick. */
const kindOf = ({ declaration: { cost }, rate }: Route): Kind | null => {
  if (cost === 'heavy') return cost
  if (cost !== 'list') return null
  return rate.rateClass === 'search' ? 'search' : 'list'
}

/** A client that reads slowly keeps a large answer in memory, and its place. */
const afterUse = (kind: Kind, { response }: Exchange, free: () => void): void => {
  if (kind === 'heavy' && !response.destroyed && !response.writableFinished) response.once('close', free)
  else free()
}

/**
 * Lists, searches, and documents and images of one person take turns: what they ask for at once is worked on a few at a time, between the
 * requests of others. The rest waits without a slot, so that it keeps no one from being admitted.
 */
export const takeTurns = (): Step => {
  const byPerson = new Map<string, Turns>()
  return {
    name: 'take-turns',
    run: async (exchange, next) => {
      const { route, caller } = exchange
      const kind = kindOf(route)
      if (exchange.session === null || kind === null) return next(exchange)
      const key = `${kind}/${caller?.organizationId}/${caller?.personId}`
      const places = placesOfKind[kind] * (caller?.kind === 'service' ? serviceFactor : 1)
      const turns = byPerson.get(key) ?? { underWay: 0, waiting: [] }
      byPerson.set(key, turns)
      if (turns.underWay >= places) {
        if (turns.waiting.length >= mostWaiting) throw tooManyRequests(5)
        // One that ends hands over its place, so it stays counted.
        await handedOver(exchange, turns)
      } else turns.underWay++
      try {
        await next(exchange)
      } finally {
        afterUse(kind, exchange, () => {
          const following = turns.waiting.shift()
          if (following !== undefined) following()
          else if (--turns.underWay === 0) byPerson.delete(key)
        })
      }
    },
  }
}

/** Waits for a place. If the client has disconnected, gives up its turn; if the server is full by then, passes the place on. */
const handedOver = async (exchange: Exchange, turns: Turns): Promise<void> => {
  const turn = Promise.withResolvers<void>()
  turns.waiting.push(turn.resolve)
  const { disconnected } = exchange
  const giveUp = (): void => {
    const place = turns.waiting.indexOf(turn.resolve)
    if (place < 0) return
    turns.waiting.splice(place, 1)
    turn.reject(new ClientDisconnected())
  }
  disconnected.addEventListener('abort', giveUp)
  if (disconnected.aborted) giveUp()
  try {
    await exchange.yieldSlotWhile(() => turn.promise)
  } catch (error) {
    if (error instanceof ClientDisconnected) throw error
    const following = turns.waiting.shift()
    if (following !== undefined) following()
    else turns.underWay--
    throw error
  } finally {
    disconnected.removeEventListener('abort', giveUp)
  }
}
