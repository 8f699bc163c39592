import { newId } from '../../database/ids/new-id.ts'
import type { Caller } from '../../contracts/caller.ts'
import type { ReadContext } from '../../contracts/context.ts'
import type { Database } from '../../contracts/database.ts'
import type { Vault } from '../../contracts/vault.ts'
import { createAccess } from '../../audit/create-access.ts'
import { anonymousReadContext, anonymousCaller } from '../../identity/assume-caller.ts'
import { accessOf, callerOf } from '../exchange.ts'
import type { Exchange } from '../exchange.ts'
import { firstRoleOf } from '../../identity/first-role-of.ts'
import type { Step } from '../pipeline-step.ts'

export interface ReadContextParts {
  readonly database: Database
  readonly vault: Vault
}

/** The read context of a handler: the role of its domain, within the caller's organization. */
export const readContextFor = (exchange: Exchange, parts: ReadContextParts): ReadContext => {
  const caller = callerOf(exchange)
  const context: ReadContext = {
    caller,
    requestId: exchange.requestId,
    now: exchange.now,
    access: accessOf(exchange),
    vault: parts.vault,
    newId,
    db: parts.database.reader({ domain: exchange.route.domain, organizationId: caller.organizationId }),
    ...(exchange.route.declaration.cost === 'heavy' && { disconnected: exchange.disconnected }),
  }
  // An assumed caller cannot be replaced.
  return caller === anonymousCaller
    ? anonymousReadContext(context, (assumed) => assume(exchange, assumed, parts))
    : context
}

/** From here on the request belongs to this caller. */
const assume = (exchange: Exchange, caller: Caller, parts: ReadContextParts): ReadContext => {
  exchange.caller = caller
  exchange.actorRole = firstRoleOf(caller)
  exchange.access = createAccess(caller, 'organization')
  return readContextFor(exchange, parts)
}

/** Calls the domain's ports for what the decision needs. No transaction is open: only this step may wait for the network. */
export const gather = (parts: ReadContextParts): Step => ({
  name: 'gather',
  run: async (exchange, next) => {
    await gatherFor(exchange, parts)
    return next(exchange)
  },
})

export const gatherFor = async (exchange: Exchange, parts: ReadContextParts): Promise<void> => {
  const { handler, ports } = exchange.route
  if (handler?.gather !== undefined)
    exchange.gathered = await handler.gather(exchange.input as never, ports as never, readContextFor(exchange, parts))
}
