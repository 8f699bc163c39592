import type { components } from '@visitkit/contract'
import type { InvitationPolicy } from './invitation-policy.ts'

type Schemas = components['schemas']
export type InvitationKind = Schemas['InvitationKind']
export type InvitationStatus = Schemas['InvitationStatus']

export interface Invitation {
  readonly id: string
  readonly kind: InvitationKind
  /** The member, the patient, or the right that is offered to a proxy. */
  readonly subjectId: string
  /** The patient who will sign in or whom the proxy will act for; null for a member. */
  readonly patientId: string | null
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly acceptedAt: Date | null
  readonly revokedAt: Date | null
}

export const invitationStatus = (
  { acceptedAt, revokedAt, expiresAt }: Pick<Invitation, 'acceptedAt' | 'revokedAt' | 'expiresAt'>,
  now: Date,
): InvitationStatus => {
  if (acceptedAt !== null) return 'accepted'
  if (revokedAt !== null) return 'revoked'
  return now >= expiresAt ? 'expired' : 'pending'
}

export const expiryOf = (policy: InvitationPolicy, kind: InvitationKind, now: Date): Date =>
  new Date(now.getTime() + policy.validHours[kind] * 3_600_000)
