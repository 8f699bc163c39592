import type { ReadContext } from '../contracts/context.ts'
import type { SessionPerson } from './begin-session.ts'

/** Who signs in, as the directory knows them. */
export interface IdentityPorts {
  /** Null for somebody whom the organization does not know, or who may not sign in any longer. */
  readonly resolvePerson: (
    organizationId: string,
    issuer: string,
    subject: string,
    now: Date,
  ) => Promise<SessionPerson | null>
  /** The same for somebody who signed in before. */
  readonly refreshPerson: (
    organizationId: string,
    person: { kind: 'patient' | 'proxy' | 'member'; personId: string },
    now: Date,
  ) => Promise<SessionPerson | null>
  /** Links a verified sign-in by an invitation. Null when the right that it gives begins later. Throws its refusals. */
  readonly acceptInvitation: (
    context: ReadContext,
    identity: { readonly issuer: string; readonly subject: string },
    secret: string,
  ) => Promise<SessionPerson | null>
}
