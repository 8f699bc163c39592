import type { components } from '@visitkit/contract'
import type { InvitationPolicy } from './invitation-policy.ts'

type Schemas = components['schemas']
export type InvitationKind = Schemas['InvitationKind']
export type InvitationStatus = Schemas['InvitationStatus']

export interface Invitation {
  readonly id: string
  readonly kind: InvitationKind
  /** The member, the patient, or the right that a proxy is offered. */
  readonly subjectId: string
  /** The patient who is to sign in or for whom a proxy is to act; null for a member. */
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
