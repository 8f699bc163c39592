import type { components } from '@visitkit/contract'
import {
  consentGiven,
  consentRefused,
  emergencyAdmissionReviewed,
  ownEmergencyAdmission,
  versionConflict,
} from '../problems.ts'
import { admit, type Safeguards, type Visit } from './visit.ts'

type Schemas = components['schemas']
export type EmergencyAdmissionReason = Schemas['EmergencyAdmissionReason']
export type EmergencyOutcome = Schemas['EmergencyOutcome']

/**
 * A visit that began in an emergency without the consent. Another person than who admitted reviews it; if not by `reviewBy`, it is escalated,
 * and still waits for the review.
 */
export interface EmergencyAdmission {
  readonly id: string
  readonly visitId: string
  readonly patientId: string
  readonly memberId: string
  readonly reason: EmergencyAdmissionReason
  readonly refusedBefore: boolean
  readonly admittedAt: Date
  readonly reviewBy: Date
  readonly escalatedAt: Date | null
  readonly outcome: EmergencyOutcome | null
  readonly reviewedBy: string | null
  readonly reviewedAt: Date | null
  readonly version: number
}

/** What people wrote. Encrypted. */
export interface EmergencyAdmissionTexts {
  readonly text: string
  readonly note?: string | undefined
}

/**
 * Admits without the consent to telehealth treatment. Throws `consent_given` (nothing is missing), `consent_refused` (the patient has
 * refused, and is able to decide), or what an admission throws: every other condition stays.
 */
export const admitInEmergency = (
  visit: Visit,
  {
    reason,
    seenBy,
    safeguards,
    now,
  }: {
    readonly reason: EmergencyAdmissionReason
    readonly seenBy: string
    readonly safeguards: Safeguards
    readonly now: Date
  },
): Visit => {
  const standing = safeguards.consents.get('telehealth-treatment') ?? { status: 'required' }
  if (!visit.requiredConsents.includes('telehealth-treatment') || standing.status === 'granted') throw consentGiven()
  const isRefused = standing.status === 'declined' || standing.reason === 'revoked'
  if (isRefused && reason !== 'cannot-decide') throw consentRefused()
  const emergency = { emergencyReason: reason, emergencyRefusedId: isRefused ? (standing.consentId ?? null) : null }
  return admit({ ...visit, ...emergency }, seenBy, safeguards, now)
}

/** Whether a person still has to decide. A reviewer who asks for more has not decided. */
const awaitsReview = ({ outcome }: EmergencyAdmission): boolean => outcome === null || outcome === 'more-information'

export const escalate = (admission: EmergencyAdmission, now: Date): EmergencyAdmission => ({
  ...admission,
  escalatedAt: now,
  version: admission.version + 1,
})

/** Throws `own_emergency_admission`, `emergency_admission_reviewed` or `version_conflict`. */
export const reviewEmergencyAdmission = (
  admission: EmergencyAdmission,
  { outcome, version, reviewedBy }: { outcome: EmergencyOutcome; version: number; reviewedBy: string },
  now: Date,
): EmergencyAdmission => {
  if (admission.memberId === reviewedBy) throw ownEmergencyAdmission()
  if (!awaitsReview(admission)) throw emergencyAdmissionReviewed()
  if (admission.version !== version) throw versionConflict()
  return { ...admission, outcome, reviewedBy, reviewedAt: now, version: version + 1 }
}
