import type { Caller } from '../contracts/caller.ts'
import type { Reading } from '../contracts/context.ts'

const adoption = Symbol('adopt')

/** The `Reading` of an operation that anyone may call: until somebody is adopted, it belongs to no organization and sees no row. */
export interface AnonymousReading extends Reading {
  readonly [adoption]: (caller: Caller) => Reading
}

export const anonymousReading = (reading: Reading, onAdopt: (caller: Caller) => Reading): AnonymousReading =>
  Object.assign(reading, { [adoption]: onAdopt })

/**
 * For operations without a session (the token endpoint, webhooks): the handler has proved who speaks, by a secret or a signature,
 * and says so. The rest of the request runs as that caller, in that organization, and the audit names them.
 * Returns the reading to go on with.
 */
export const adopt = (reading: Reading, caller: Caller): Reading => {
  if (!(adoption in reading)) throw new Error('Only an operation that anyone may call can adopt a caller.')
  return (reading as AnonymousReading)[adoption](caller)
}

/** Nobody yet. */
export const nobody: Caller = Object.freeze({
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
  ...nobody,
  organizationId,
  personId: name,
  roles: ['service'],
  clientId: name,
})
