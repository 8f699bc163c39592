import type { components } from '@visitkit/contract'
import { emergencyAccessEnded, emergencyAccessReviewed, ownEmergencyAccess, versionConflict } from '../problems.ts'

type Schemas = components['schemas']
export type EmergencyReason = Schemas['EmergencyReason']
export type EmergencyOutcome = Schemas['EmergencyOutcome']

/**
 * A chart that a member opened in an emergency. It is open from `from` (inclusive) to `until` (exclusive), or until it was ended. Then
 * another person reviews it; if not by `reviewBy`, it is escalated, and still waits for the review.
 */
export interface EmergencyAccess {
  readonly id: string
  readonly patientId: string
  readonly memberId: string
  readonly reason: EmergencyReason
  readonly from: Date
  readonly until: Date
  readonly endedAt: Date | null
  readonly reviewBy: Date
  readonly escalatedAt: Date | null
  readonly outcome: EmergencyOutcome | null
  readonly reviewedBy: string | null
  readonly reviewedAt: Date | null
  readonly version: number
}

/** What people wrote. Encrypted. */
export interface EmergencyTexts {
  readonly text: string
  readonly note?: string | undefined
}

/** Of `packs/policy/care.json`. */
interface EmergencyPolicy {
  readonly emergencyMinutes: number
  readonly emergencyReviewDays: number
}

const minute = 60_000
const day = 86_400_000

export const openEmergencyAccess = (
  { id, patientId, memberId, reason }: Pick<EmergencyAccess, 'id' | 'patientId' | 'memberId' | 'reason'>,
  { emergencyMinutes, emergencyReviewDays }: EmergencyPolicy,
  now: Date,
): EmergencyAccess => ({
  id,
  patientId,
  memberId,
  reason,
  from: now,
  until: new Date(now.getTime() + emergencyMinutes * minute),
  endedAt: null,
  reviewBy: new Date(now.getTime() + emergencyReviewDays * day),
  escalatedAt: null,
  outcome: null,
  reviewedBy: null,
  reviewedAt: null,
  version: 1,
})

export const isOpen = ({ endedAt, until }: EmergencyAccess, now: Date): boolean => endedAt === null && now < until

/** Throws `emergency_access_ended`. */
export const endEmergencyAccess = (access: EmergencyAccess, now: Date): EmergencyAccess => {
  if (!isOpen(access, now)) throw emergencyAccessEnded()
  return { ...access, endedAt: now, version: access.version + 1 }
}

/** Whether a person still has to decide. A reviewer who asks for more has not decided. */
export const awaitsReview = ({ outcome }: Pick<EmergencyAccess, 'outcome'>): boolean =>
  outcome === null || outcome === 'more-information'

export const isOverdue = (access: EmergencyAccess, now: Date): boolean =>
  awaitsReview(access) && access.escalatedAt === null && access.reviewBy <= now

export const escalate = (access: EmergencyAccess, now: Date): EmergencyAccess => ({
  ...access,
  escalatedAt: now,
  version: access.version + 1,
})

/** Throws `own_emergency_access`, `emergency_access_reviewed` or `version_conflict`. */
export const reviewEmergencyAccess = (
  access: EmergencyAccess,
  { outcome, version, reviewedBy }: { outcome: EmergencyOutcome; version: number; reviewedBy: string },
  now: Date,
): EmergencyAccess => {
  if (access.memberId === reviewedBy) throw ownEmergencyAccess()
  if (!awaitsReview(access)) throw emergencyAccessReviewed()
  if (access.version !== version) throw versionConflict()
  return { ...access, outcome, reviewedBy, reviewedAt: now, version: version + 1 }
}
