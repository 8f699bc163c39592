import type { components } from '@visitkit/contract'
import type { Claim as ClearinghouseClaim } from './claim.ts'

export type NextClaimState = components['schemas']['NextClaimState']

/** A claim to the payer that answers after another one. It has its own number, so that no response is mistaken for one about the first. */
export interface NextClaimFacts {
  readonly id: string
  /** CLM01. */
  readonly number: string
  /** The claim that the payer before has decided, and that decision. */
  readonly claimId: string
  readonly rootId: string
  readonly postingId: string
  readonly patientId: string
  readonly coverageId: string
  readonly payerId: string
  readonly state: NextClaimState
  /** Of the latest response. */
  readonly code: string | null
  /** ISA13 and GS06 of its file. */
  readonly controlNumber: number
  readonly sentAt: Date
  readonly changedAt: Date
  readonly version: number
}

/** With the claim as it was sent, and the number of the first. */
export interface LoadedNextClaim {
  readonly facts: NextClaimFacts
  readonly claimNumber: string
  readonly sent: ClearinghouseClaim
}

/** The latest claim to the payer that is awaited; the latest of all if none is. `claims`: the latest first. */
export const claimToAwaited = (
  claims: readonly NextClaimFacts[],
  nextCoverageId: string | null,
): NextClaimFacts | null =>
  claims.find(({ coverageId }) => nextCoverageId === null || coverageId === nextCoverageId) ?? null

/** It did not reach the payer: another one may be sent. */
export const returnedNextStates: ReadonlySet<NextClaimState> = new Set(['rejected', 'undelivered'])

const leadsTo: Readonly<Record<NextClaimState, ReadonlySet<NextClaimState>>> = {
  sending: new Set(),
  received: new Set(['sending', 'undelivered']),
  accepted: new Set(['sending', 'received', 'undelivered', 'rejected']),
  rejected: new Set(['sending', 'received', 'accepted', 'undelivered']),
  undelivered: new Set(['sending']),
  answered: new Set(['sending', 'received', 'accepted', 'rejected', 'undelivered']),
}

/** Responses arrive late and out of order, so the state never goes back. Null if it does not change. */
export const nextClaimAfter = (
  before: NextClaimFacts,
  state: NextClaimState,
  code: string | null,
  now: Date,
): NextClaimFacts | null =>
  leadsTo[state].has(before.state) ? { ...before, state, code, changedAt: now, version: before.version + 1 } : null
