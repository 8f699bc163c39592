import type { components } from '@visitkit/contract'
import type { ConsentPurpose } from './consent-pack.ts'
import type { DocumentHead } from './consent-text.ts'

type Consent = components['schemas']['Consent']

/** A decision as far as standing depends on it. */
export interface Decision {
  readonly id: string
  readonly purpose: ConsentPurpose
  readonly documentId: string
  readonly documentVersion: number
  readonly decision: 'granted' | 'declined'
  readonly revokedAt: Date | null
}

/** Where a patient stands with one purpose. */
export interface ConsentStanding {
  readonly status: 'required' | 'granted' | 'declined'
  /** Absent once granted. */
  readonly reason?: components['schemas']['ConsentRequirementReason']
  /** The decision on which this rests. */
  readonly consentId?: string
}

/**
 * Where someone stands after their latest decision on a purpose. Only a version that changed something material asks again; a decision on
 * an older text of the same matter holds otherwise. A document that is no longer there grants nothing.
 */
export const standingOf = (latest: Decision | undefined, head: DocumentHead | undefined): ConsentStanding => {
  if (!latest) return { status: 'required', reason: 'first-time' }
  const consentId = latest.id
  if (latest.revokedAt !== null) return { status: 'required', reason: 'revoked', consentId }
  if (!head || isOutdated(latest, head)) return { status: 'required', reason: 'new-version', consentId }
  if (latest.decision === 'declined') return { status: 'declined', reason: 'previously-declined', consentId }
  return { status: 'granted', consentId }
}

/**
 * What someone last said, for what goes on until they say no. A no stays one whatever became of its text since: a new version asks again,
 * and does not turn it into a yes.
 */
export const lastDecisionOf = (
  latest: Decision | undefined,
  head: DocumentHead | undefined,
): 'granted' | 'refused' | 'unasked' => {
  if (latest && (latest.revokedAt !== null || latest.decision === 'declined')) return 'refused'
  return standingOf(latest, head).status === 'granted' ? 'granted' : 'unasked'
}

/** How one decision stands among the others of its patient and purpose. */
export const statusOf = (decision: Decision, latestId: string, head: DocumentHead | undefined): Consent['status'] => {
  if (decision.revokedAt !== null) return 'revoked'
  if (decision.id !== latestId || !head || isOutdated(decision, head)) return 'superseded'
  return decision.decision === 'declined' ? 'declined' : 'active'
}

const isOutdated = (decision: Decision, head: DocumentHead): boolean =>
  decision.documentId !== head.documentId || decision.documentVersion < head.materialVersion
