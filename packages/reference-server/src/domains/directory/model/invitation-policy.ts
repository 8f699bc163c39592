import type { components } from '@visitkit/contract'

type InvitationKind = components['schemas']['InvitationKind']

/** `packs/policy/invitations.json`. */
export interface InvitationPolicy {
  /** How long a code can be accepted. */
  readonly validHours: Readonly<Record<InvitationKind, number>>
  /** Rights over one patient that are active or offered at the same time. */
  readonly maxProxies: number
  /** Invitations to act for one patient that wait at the same time. */
  readonly maxPending: number
  /** How long a settled invitation is kept, so that its code is still answered with what became of it. */
  readonly keptDays: number
}
