import type { Caller } from '../contracts/caller.ts'
import type { ReadContext } from '../contracts/context.ts'

const assumption = Symbol('adopt')

/** The `Reading` of an operation that anyone may call: until somebody is adopted, it belongs to no organization and sees no row. */
export interface AnonymousReadContext extends ReadContext {
  readonly [assumption]: (caller: Caller) => ReadContext
}

export const anonymousReadContext = (
  context: ReadContext,
  onAssume: (caller: Caller) => ReadContext,
): AnonymousReadContext => Object.assign(context, { [assumption]: onAssume })

/**
 * For operations without a session (the token endpoint, webhooks): the handler has proved who speaks, by a secret or a signature,
 * and says so. The rest of the request runs as that caller, in that organization, and the audit names them.
 * Returns the reading to go on with.
 */
export const assumeCaller = (context: ReadContext, caller: Caller): ReadContext => {
  if (!(assumption in context)) throw new Error('Only an operation that anyone may call can adopt a caller.')
  return (context as AnonymousReadContext)[assumption](caller)
}

/** Nobody yet. */
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

/** A program outside that proved who it is without a session, such as a video vendor by its signature. */
export const externalCaller = (organizationId: string, name: string): Caller => ({
  ...anonymousCaller,
  organizationId,
  personId: name,
  roles: ['service'],
  clientId: name,
})
