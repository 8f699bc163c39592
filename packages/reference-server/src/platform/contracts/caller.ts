import type { components } from '@visitkit/contract'

/** The role under which an access is made; `system` is the server itself. */
export type ActorRole = components['schemas']['ActorRole']

/** The kind of person or program, as the policy file names it. `system` is the server itself, in reactions and jobs. */
export type CallerKind = 'patient' | 'proxy' | 'member' | 'guest' | 'service' | 'system'

/** The person or program that makes a request. Bound to one organization and one session; immutable during a request. */
export interface Caller {
  readonly sessionId: string
  readonly organizationId: string
  readonly kind: CallerKind
  /** The patient's, proxy's, member's, guest's or service client's id. */
  readonly personId: string
  readonly roles: readonly ActorRole[]
  /** The patients on whose behalf a patient or proxy may act, or whose visit a guest joins; empty for all others. */
  readonly patientIds: readonly string[]
  /** The practitioner that this member is, if any. */
  readonly practitionerId: string | null
  /** The registered client (portal or application) that obtained the session. */
  readonly clientId: string
  /** Browser origin to which the session is bound; null for services. */
  readonly origin: string | null
  /** When the person last authenticated, for step-up. */
  readonly authenticatedAt: Date
  /** How: the methods (`amr`) and the class (`acr`) that the identity provider asserted. Absent for programs and the server itself. */
  readonly signIn?: { readonly methods: readonly string[]; readonly contextClass: string | null }
}
