import type { Caller } from '../contracts/caller.ts'
import type { ReadContext } from '../contracts/context.ts'

const assumption = Symbol('adopt')

/** The context of an operation that anyone may call. Until a caller is assumed, it belongs to no organization and no row is visible. */
export interface AnonymousReadContext extends ReadContext {
  readonly [assumption]: (caller: Caller) => ReadContext
}

export const anonymousReadContext = (
  context: ReadContext,
  onAssume: (caller: Caller) => ReadContext,
): AnonymousReadContext => Object.assign(context, { [assumption]: onAssume })

/**
 * For operations without a session (the token endpoint, webhooks): the handler has authenticated the caller by a secret or a signature.
 * The rest of the request runs as that caller, in that organization, and the audit names that caller. Returns the context to use from
 * then on.
 */
export const assumeCaller = (context: ReadContext, caller: Caller): ReadContext => {
  if (assumption in context) return (context as AnonymousReadContext)[assumption](caller)
  // After a conflict the operation gathers again, and the request belongs to this caller already.
  if (isSame(context.caller, caller)) return context
  throw new Error('Only an operation that anyone may call can adopt a caller.')
}

const isSame = (one: Caller, other: Caller): boolean =>
  one.kind === other.kind && one.organizationId === other.organizationId && one.personId === other.personId

/** The caller before authentication. */
export const anonymousCaller: Caller = Object.freeze({
  sessionId: '',
  organizationId: '',
  kind: 'system',
  personId: 'anonymous',
  roles: [],
  patientIds: [],
  practitionerId: null,
  clientId: '',
  origin: null,
  authenticatedAt: new Date(0),
})

/** An external program that authenticates without a session, such as a video vendor by its signature. */
export const externalCaller = (organizationId: string, name: string): Caller => ({
  ...anonymousCaller,
  organizationId,
  personId: name,
  roles: ['service'],
  clientId: name,
})
