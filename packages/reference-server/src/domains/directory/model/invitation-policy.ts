import type { components } from '@visitkit/contract'

type InvitationKind = components['schemas']['InvitationKind']

/** `packs/policy/invitations.json`. */
export interface InvitationPolicy {
  /** Lifetime of a code. */
  readonly validHours: Readonly<Record<InvitationKind, number>>
  /** Maximum number of active and offered rights over one patient. */
  readonly maxProxies: number
  /** Maximum number of pending invitations to act for one patient. */
  readonly maxPending: number
  /** How long a settled invitation is retained, so that its code is still answered with its status. */
  readonly retentionDays: number
}
