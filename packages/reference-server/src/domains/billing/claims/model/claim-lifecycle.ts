import type { ClaimFacts, ClaimState, ClaimStep } from '../../kernel/model/claim-record.ts'
import type { Adjudication } from '../../kernel/model/posting.ts'

/** What partners report about a claim, through any channel: late, repeated, out of order. */
export type ClaimStatusUpdate =
  /** Accepted by the syntax check (999). It means nothing more. */
  | { readonly kind: 'received' }
  /** Accepted by the payer for adjudication (277CA). */
  | { readonly kind: 'accepted' }
  /** Rejected before adjudication. */
  | { readonly kind: 'returned' }
  | { readonly kind: 'undelivered' }
  | { readonly kind: 'decided'; readonly as: Adjudication }
  /** A decision was reversed, and there is no other one yet. */
  | { readonly kind: 'reversed' }
  | { readonly kind: 'replaced' }
  | { readonly kind: 'voided' }
  /** The reason for which it was closed was reversed. */
  | { readonly kind: 'restored'; readonly as: ClaimState }

const statesInTransit: ReadonlySet<ClaimState> = new Set(['sending', 'received', 'accepted', 'undelivered'])
/** Replaced or voided: no payer decides about it any more. */
export const closedStates: ReadonlySet<ClaimState> = new Set(['replaced', 'voided'])

/**
 * The state after a status update; null if it does not change. Responses arrive late and out of order, so the state never goes back: a 999
 * after the 277CA adds nothing. That a file was read, and that the payer has the claim, says nothing about money.
 */
export const stateAfter = (state: ClaimState, update: ClaimStatusUpdate): ClaimState | null => {
  switch (update.kind) {
    case 'received':
      return state === 'sending' || state === 'undelivered' ? 'received' : null
    case 'accepted':
      // A clearinghouse may reject a claim that the payer has accepted; the payer's response is the later one.
      return state === 'sending' || state === 'received' || state === 'undelivered' || state === 'rejected'
        ? 'accepted'
        : null
    case 'returned':
      return statesInTransit.has(state) ? 'rejected' : null
    case 'undelivered':
      return state === 'sending' ? 'undelivered' : null
    case 'decided':
      return closedStates.has(state) || state === update.as ? null : update.as
    case 'reversed':
      return closedStates.has(state) || state === 'accepted' ? null : 'accepted'
    case 'replaced':
    case 'voided':
      return closedStates.has(state) ? null : update.kind
    case 'restored':
      return closedStates.has(state) ? update.as : null
  }
}

const longestHistory = 200

/** The claim with a step added to its history. Only the history changes if the state does not. */
export const withStep = <C extends ClaimFacts>(
  claim: C,
  state: ClaimState,
  step: Pick<ClaimStep, 'by'> & { readonly code?: string | undefined },
  now: Date,
): C => ({
  ...claim,
  state,
  history: [
    ...claim.history,
    { at: now.toISOString(), state, by: step.by, ...(step.code !== undefined && { code: step.code }) },
  ].slice(-longestHistory),
  changedAt: now,
  version: claim.version + 1,
})

/** What a partner reports about a claim in addition to its state. */
export type ReportedClaimFields = Partial<Pick<ClaimFacts, 'payerClaimNumber' | 'paidCents' | 'patientCents'>>

/** The claim after a status update; null if the update adds nothing, such as a 999 after the payer's own response. */
export const applyStatusUpdate = <C extends ClaimFacts>(
  before: C,
  update: ClaimStatusUpdate,
  source: Pick<ClaimStep, 'by'> & { readonly code?: string | undefined },
  change: ReportedClaimFields,
  now: Date,
): C | null => {
  const state = stateAfter(before.state, update)
  const isMore =
    (change.payerClaimNumber !== undefined && change.payerClaimNumber !== before.payerClaimNumber) ||
    (change.paidCents !== undefined && change.paidCents !== before.paidCents) ||
    (change.patientCents !== undefined && change.patientCents !== before.patientCents)
  if (state === null && !isMore) return null
  const known = { ...before, ...change }
  return state === null
    ? { ...known, changedAt: now, version: before.version + 1 }
    : withStep(known, state, source, now)
}
