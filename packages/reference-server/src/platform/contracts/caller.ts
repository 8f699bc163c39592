import type { components } from '@visitkit/contract'

/** The role under which an access is made; `system` is the server itself. */
export type ActorRole = components['schemas']['ActorRole']

/** What a person or program is, as far as the policy file is concerned. `system` is the server itself, in reactions and jobs. */
export type CallerKind = 'patient' | 'proxy' | 'member' | 'service' | 'system'

/** Who asks. Bound to one organization and one session; never changes during a request. */
export interface Caller {
  readonly sessionId: string
  readonly organizationId: string
  readonly kind: CallerKind
  /** The patient's, proxy's, member's or service client's id. */
  readonly personId: string
  readonly roles: readonly ActorRole[]
  /** The patients whom a patient or proxy may act for; empty for everyone else. */
  readonly patientIds: readonly string[]
  /** The practitioner whom this member is, if any. */
  readonly practitionerId: string | null
  /** The registered client (portal or application) that obtained the session. */
  readonly clientId: string
  /** Browser origin to which the session is bound; null for services. */
  readonly origin: string | null
  /** When the person last proved who they are, for step-up. */
  readonly authenticatedAt: Date
}
