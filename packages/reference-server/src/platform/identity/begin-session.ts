import { newId } from '../database/ids/new-id.ts'
import type { Caller } from '../contracts/caller.ts'
import type { ActorRole } from '../contracts/caller.ts'
import { limitsFor } from './session-limits.ts'
import type { SessionPolicy } from './session-limits.ts'
import type { Session } from './session.ts'
import { nothingAsserted, type SignInAssertion } from './sign-in-strength.ts'

/** The person for whom a session is created. */
export interface SessionPerson {
  readonly kind: 'patient' | 'proxy' | 'member' | 'guest' | 'service'
  readonly personId: string
  readonly roles: readonly ActorRole[]
  readonly patientIds: readonly string[]
  readonly practitionerId: string | null
  /** When a training that the roles require expires, and stops access to patients; null or left out: none does. */
  readonly trainingEndsAt?: Date | null
}

export interface SessionTerms {
  readonly organizationId: string
  readonly clientId: string
  readonly origin: string | null
  /** The client is a kiosk. Default: it is not. */
  readonly isKiosk?: boolean
  readonly authenticatedAt: Date
  /** How the person signed in. Default: nothing is known of it, which is not enough for staff. */
  readonly signIn?: SignInAssertion
}

/** A new session with the limits that the policy sets for its roles. It is not stored yet. */
export const beginSession = (policy: SessionPolicy, person: SessionPerson, terms: SessionTerms, now: Date): Session => {
  const id = newId()
  // A program has no idle limit, in any role.
  const roles = person.kind === 'service' ? ['service'] : person.roles
  const { idleSeconds, absoluteSeconds } = limitsFor(policy, roles, terms.isKiosk)
  const caller: Caller = Object.freeze({
    sessionId: id,
    organizationId: terms.organizationId,
    kind: person.kind,
    personId: person.personId,
    roles: Object.freeze([...person.roles]),
    patientIds: Object.freeze([...person.patientIds]),
    practitionerId: person.practitionerId,
    clientId: terms.clientId,
    origin: terms.origin,
    authenticatedAt: terms.authenticatedAt,
    signIn: terms.signIn ?? nothingAsserted,
  })
  return {
    id,
    organizationId: terms.organizationId,
    caller,
    signIn: terms.signIn ?? nothingAsserted,
    trainingEndsAt: person.trainingEndsAt?.getTime() ?? null,
    createdAt: now.getTime(),
    idle: idleSeconds === null ? null : idleSeconds * 1_000,
    absoluteEndsAt: now.getTime() + absoluteSeconds * 1_000,
    lastActiveAt: now.getTime(),
    isDirty: false,
    ended: null,
    readAt: now.getTime(),
  }
}
