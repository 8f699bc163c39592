import type { ReadContext } from '../contracts/context.ts'
import type { SessionPerson } from './begin-session.ts'

/** People who sign in, as the directory knows them. */
export interface IdentityPorts {
  /** Null if the organization does not know the person, or the person may no longer sign in. */
  readonly resolvePerson: (
    organizationId: string,
    issuer: string,
    subject: string,
    now: Date,
  ) => Promise<SessionPerson | null>
  /** The same for a person who signed in before. */
  readonly refreshPerson: (
    organizationId: string,
    person: { kind: 'patient' | 'proxy' | 'member' | 'guest'; personId: string },
    now: Date,
  ) => Promise<SessionPerson | null>
  /** Links a verified sign-in by an invitation. Null if the right that it grants begins later. Throws its refusals. */
  readonly acceptInvitation: (
    context: ReadContext,
    identity: { readonly issuer: string; readonly subject: string },
    secret: string,
  ) => Promise<SessionPerson | null>
  /** Uses the code of a guest of one visit, once. Throws its refusals. */
  readonly redeemGuestCode: (
    context: ReadContext,
    given: { readonly secret: string; readonly name: string },
  ) => Promise<SessionPerson>
}
