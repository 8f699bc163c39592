import { ClientDisconnected } from '../../problems/client-disconnected.ts'
import { tooManyRequests } from '../../rates/too-many-requests.ts'
import type { Exchange } from '../exchange.ts'
import type { Step } from '../pipeline-step.ts'

/** Requests of one person under way at once. */
const searchesAtOnce = 2
const listsAtOnce = 4
/** A program acts for many people. */
const serviceFactor = 4
/** Requests of one person that wait. */
const mostWaiting = 150

interface Turns {
  underWay: number
  readonly waiting: (() => void)[]
}

const placesOf = ({ route, caller }: Exchange): number => {
  const places = route.rate.rateClass === 'search' ? searchesAtOnce : listsAtOnce
  return caller?.kind === 'service' ? places * serviceFactor : places
}

/**
 * Lists and searches of one person take turns: what they ask for at once is worked on a few at a time, between the requests of others. The
 * rest waits without a slot, so that it keeps no one from being admitted. Documents and images have a queue of their own.
 */
export const takeTurns = (): Step => {
  const byPerson = new Map<string, Turns>()
  const keyOf = ({ route, caller }: Exchange): string =>
    `${route.rate.rateClass === 'search' ? 'search' : 'list'}/${caller?.organizationId}/${caller?.personId}`

  return {
    name: 'take-turns',
    run: async (exchange, next) => {
      if (exchange.session === null || exchange.route.declaration.cost !== 'list') return next(exchange)
      const key = keyOf(exchange)
      const turns = byPerson.get(key) ?? { underWay: 0, waiting: [] }
      byPerson.set(key, turns)
      if (turns.underWay >= placesOf(exchange)) {
        if (turns.waiting.length >= mostWaiting) throw tooManyRequests(5)
        // One that ends hands over its place, so it stays counted.
        await handedOver(exchange, turns)
      } else turns.underWay++
      try {
        await next(exchange)
      } finally {
        const following = turns.waiting.shift()
        if (following !== undefined) following()
        else if (--turns.underWay === 0) byPerson.delete(key)
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
