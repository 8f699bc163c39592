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

/** What a handler may read with: its domain's own role, within the caller's organization. */
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
  }
  // Who was adopted already stays who it is.
  return caller === anonymousCaller
    ? anonymousReadContext(context, (adopted) => assume(exchange, adopted, parts))
    : context
}

/** From here on the request is this caller's. */
const assume = (exchange: Exchange, caller: Caller, parts: ReadContextParts): ReadContext => {
  exchange.caller = caller
  exchange.actorRole = firstRoleOf(caller)
  exchange.access = createAccess(caller, 'organization')
  return readContextFor(exchange, parts)
}

/** Asks the domain's ports for what the decision needs. No transaction is open: here, and only here, may the network be waited for. */
export const gather = (parts: ReadContextParts): Step => ({
  name: 'gather',
  run: async (exchange, next) => {
    const { handler, ports } = exchange.route
    if (handler?.gather !== undefined)
      exchange.gathered = await handler.gather(exchange.input as never, ports as never, readContextFor(exchange, parts))
    return next(exchange)
  },
})
