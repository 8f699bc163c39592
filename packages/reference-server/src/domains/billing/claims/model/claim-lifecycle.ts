import type { ClaimFacts, ClaimState, ClaimStep } from '../../kernel/model/claim-record.ts'
import type { Adjudication } from '../../kernel/model/posting.ts'

/** What partners say of a claim, whichever way it arrives: late, twice, out of order. */
export type ClaimStatusUpdate =
  /** Read without a fault (999). Never more than that. */
  | { readonly kind: 'received' }
  /** Taken in by the payer to be decided (277CA). */
  | { readonly kind: 'accepted' }
  /** Sent back before anyone looked at what it asks for. */
  | { readonly kind: 'returned' }
  | { readonly kind: 'undelivered' }
  | { readonly kind: 'decided'; readonly as: Adjudication }
  /** A decision was taken back, and no other has come yet. */
  | { readonly kind: 'reversed' }
  | { readonly kind: 'replaced' }
  | { readonly kind: 'voided' }
  /** What had ended it was taken back. */
  | { readonly kind: 'restored'; readonly as: ClaimState }

const statesInTransit: ReadonlySet<ClaimState> = new Set(['sending', 'received', 'accepted', 'undelivered'])
/** Another took its place, or it was taken back: nobody decides about it any more. */
export const closedStates: ReadonlySet<ClaimState> = new Set(['replaced', 'voided'])

/**
 * Where the news takes the claim; null when it takes it nowhere. Answers come late and out of order, so none leads back: a 999 that
 * arrives after the 277CA says nothing new. That a file was read, and that the payer has it, is never a word about money.
 */
export const stateAfter = (state: ClaimState, update: ClaimStatusUpdate): ClaimState | null => {
  switch (update.kind) {
    case 'received':
      return state === 'sending' || state === 'undelivered' ? 'received' : null
    case 'accepted':
      // A clearinghouse may refuse what the payer took all the same; the payer's word is the later one.
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

/** The claim after a step, with the step in its history. Nothing but the history changes when the state does not. */
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

/** What a partner says of a claim beside where it stands. */
export type ReportedClaimFields = Partial<Pick<ClaimFacts, 'payerClaimNumber' | 'paidCents' | 'patientCents'>>

/** The claim after the news; null when they are none, such as a 999 that comes after the payer's own word. */
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
