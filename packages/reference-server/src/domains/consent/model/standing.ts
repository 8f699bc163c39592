import type { components } from '@visitkit/contract'
import type { ConsentForm, ConsentFrequency, ConsentPurpose } from './consent-pack.ts'
import type { DocumentHead } from './consent-text.ts'

type Consent = components['schemas']['Consent']

/** The properties of a decision that the status depends on. */
export interface Decision {
  readonly id: string
  readonly purpose: ConsentPurpose
  readonly documentId: string
  readonly documentVersion: number
  readonly decision: 'granted' | 'declined'
  readonly revokedAt: Date | null
  readonly decidedAt: Date
  /** `member`: a spoken decision, which a member of staff recorded. */
  readonly decidedByKind: components['schemas']['Consent']['decidedByKind']
  /** The visit for which the patient decided. */
  readonly appointmentId: string | null
  /** From when it no longer serves, as the patient chose. Null for most: until it is revoked. */
  readonly expiresAt: Date | null
}

/** The status of a patient's consent to one purpose. */
export interface ConsentStanding {
  readonly status: 'required' | 'granted' | 'declined'
  /** Absent once granted. */
  readonly reason?: components['schemas']['ConsentRequirementReason']
  /** The decision on which the status is based. */
  readonly consentId?: string
  /**
   * Set if the law wants consent at each visit and the patient decided for none: the consent serves the first visit after this instant. Who
   * knows the visits decides.
   */
  readonly onceSince?: Date
  /** Set if it was granted by a spoken yes: where the law wants it in writing, it does not serve. */
  readonly spoken?: true
}

/**
 * The consent status after the latest decision on a purpose. Only a material version requires a new decision; otherwise a decision on an
 * older version of the text remains valid. A document that no longer exists grants nothing.
 */
export const standingOf = (
  latest: Decision | undefined,
  head: DocumentHead | undefined,
  now: Date,
): ConsentStanding => {
  if (!latest) return { status: 'required', reason: 'first-time' }
  const consentId = latest.id
  if (latest.revokedAt !== null) return { status: 'required', reason: 'revoked', consentId }
  if (!head || isOutdated(latest, head)) return { status: 'required', reason: 'new-version', consentId }
  if (latest.decision === 'declined') return { status: 'declined', reason: 'previously-declined', consentId }
  if (hasExpired(latest, now)) return { status: 'required', reason: 'expired', consentId }
  return { status: 'granted', consentId, ...(latest.decidedByKind === 'member' && { spoken: true }) }
}

/** The status where the law wants this form: a spoken yes does not serve where it wants a signature. */
export const standingIn = (form: ConsentForm, standing: ConsentStanding): ConsentStanding => {
  const { status, spoken, consentId } = standing
  if (status !== 'granted' || !spoken || form !== 'written') return standing
  return { status: 'required', reason: 'must-be-signed', ...(consentId !== undefined && { consentId }) }
}

const hasExpired = ({ expiresAt }: Pick<Decision, 'expiresAt'>, now: Date): boolean =>
  expiresAt !== null && expiresAt <= now

/** How long a consent serves: for a visit, and how often and in which form the law wants it. */
export interface ServedVisit {
  readonly appointmentId: string
  readonly form: ConsentForm
  readonly frequency: ConsentFrequency
  readonly now: Date
}

/**
 * The status for one visit: a consent that was spoken, that was given for another visit, or more than a year ago, may not serve it.
 */
export const standingFor = (
  latest: Decision | undefined,
  head: DocumentHead | undefined,
  { appointmentId, form, frequency, now }: ServedVisit,
): ConsentStanding => {
  const standing = standingIn(form, standingOf(latest, head, now))
  if (!latest || standing.status !== 'granted' || latest.appointmentId === appointmentId) return standing
  const again = { status: 'required', reason: 'each-visit', consentId: latest.id } as const
  if (frequency === 'annual') return isYearOld(latest.decidedAt, now) ? again : standing
  if (frequency !== 'each-visit') return standing
  return latest.appointmentId === null ? { ...standing, onceSince: latest.decidedAt } : again
}

const isYearOld = (decidedAt: Date, now: Date): boolean => {
  const until = new Date(decidedAt)
  until.setUTCFullYear(until.getUTCFullYear() + 1)
  return now >= until
}

/**
 * The last decision, for processing that continues until the person declines. A refusal stays a refusal even if the text changes later: a
 * new version requires a new decision and does not turn the refusal into consent.
 */
export const lastDecisionOf = (
  latest: Decision | undefined,
  head: DocumentHead | undefined,
  now: Date,
): 'granted' | 'refused' | 'unasked' => {
  if (latest && (latest.revokedAt !== null || latest.decision === 'declined')) return 'refused'
  return standingOf(latest, head, now).status === 'granted' ? 'granted' : 'unasked'
}

/** The status of one decision among the decisions of its patient and purpose. */
export const statusOf = (
  decision: Decision,
  latestId: string,
  head: DocumentHead | undefined,
  now: Date,
): Consent['status'] => {
  if (decision.revokedAt !== null) return 'revoked'
  if (decision.id !== latestId || !head || isOutdated(decision, head)) return 'superseded'
  if (decision.decision === 'declined') return 'declined'
  return hasExpired(decision, now) ? 'expired' : 'active'
}

const isOutdated = (decision: Decision, head: DocumentHead): boolean =>
  decision.documentId !== head.documentId || decision.documentVersion < head.materialVersion
