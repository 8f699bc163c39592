import type { ClientOrigin, ClientOrigins } from '../client-origins.ts'
import type { Exchange } from '../exchange.ts'
import type { Step } from '../pipeline-step.ts'

/** Finds the origin of the request, which its rows in the ledger refer to. Usually known: then nothing is awaited. */
export const noteOrigin = ({ origins }: { readonly origins: ClientOrigins }): Step => ({
  name: 'note-origin',
  run: (exchange, next) => {
    const { session, tokenId, address } = exchange
    if (session === null) return next(exchange)
    const found = origins.find(session, tokenId, address)
    if (found instanceof Promise) return noteNew(exchange, found, next)
    exchange.origin = found
    return next(exchange)
  },
})

const noteNew = async (exchange: Exchange, found: Promise<ClientOrigin>, next: Parameters<Step['run']>[1]) => {
  exchange.origin = await found
  return next(exchange)
}
