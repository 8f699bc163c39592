import type { components } from '@visitkit/contract'
import type { Claim as ClearinghouseClaim, ClaimFrequency, Day, PlaceOfService } from './claim.ts'
import type { Finding } from './finding.ts'
import type { AdjustmentGroup } from './remittance.ts'

type Schemas = components['schemas']
export type ClaimState = Schemas['ClaimState']
export type CodeSystem = Schemas['ClaimLine']['codeSystem']

/** One step of a claim's history. Codes and times only. */
export interface ClaimStep {
  readonly at: string
  readonly state: ClaimState
  readonly by: 'server' | 'member' | 'clearinghouse' | 'payer'
  readonly code?: string
}

/** The unencrypted part of a claim, for lists, timers and events. */
export interface ClaimFacts {
  readonly id: string
  /** CLM01: our number, globally unique, repeated in every response of a partner. */
  readonly number: string
  /** The first claim of the visit; its own id for that one. Money always moves for the whole chain. */
  readonly rootId: string
  /**
   * The previous claim of the chain: the one that this claim replaces or voids, the one that another payer refused, or the void after which
   * it bills again.
   */
  readonly followsId: string | null
  readonly visitId: string
  readonly patientId: string
  readonly practitionerId: string
  readonly payerId: string
  readonly coverageId: string | null
  readonly state: ClaimState
  readonly stale: boolean
  /** The number of blocking findings. */
  readonly blocking: number
  readonly frequency: ClaimFrequency
  readonly serviceDay: Day
  readonly fileBy: Day
  readonly chargeCents: number
  readonly paidCents: number
  readonly patientCents: number
  readonly payerClaimNumber: string | null
  /** ISA13 and GS06 of the file in which it was sent. */
  readonly controlNumber: number | null
  /** The versions of note and visit that it was made from. */
  readonly noteVersion: number
  readonly visitVersion: number
  readonly history: readonly ClaimStep[]
  readonly submittedAt: Date | null
  readonly changedAt: Date
  readonly version: number
}

/** One charge, and the payer's decision about it. */
export interface DraftLine {
  readonly number: number
  readonly codeSystem: CodeSystem
  readonly code: string
  readonly modifiers: readonly string[]
  readonly units: number
  /** For all units. */
  readonly chargeCents: number
  readonly diagnosisPointers: readonly number[]
  readonly audioOnlyReason: string | null
  readonly outcome: LineOutcome | null
}

export interface LineOutcome {
  readonly allowedCents: number | null
  readonly paidCents: number
  readonly patientCents: number
  readonly adjustments: readonly {
    readonly group: AdjustmentGroup
    readonly reason: string
    readonly amountCents: number
  }[]
}

/** The PHI of a claim: encrypted as one value. */
export interface ClaimDetails {
  readonly diagnoses: readonly string[]
  readonly lines: readonly DraftLine[]
  /** Null if no rule gives one; a finding reports it. */
  readonly placeOfService: PlaceOfService | null
  readonly priorAuthorization: string | null
  /** For the desk. Not sent. */
  readonly deskNote: string | null
  readonly findings: readonly Finding[]
  /** What the payer took off the claim as a whole, in addition to the lines. Absent until it has decided. */
  readonly adjustments?: LineOutcome['adjustments']
  /** The claim as it is or was sent to the payer; null for self-pay. */
  readonly clearinghouseClaim: ClearinghouseClaim | null
}

/** FHIR: Claim, with ClaimResponse behind `outcome`. */
export interface ClaimRecord extends ClaimFacts {
  readonly details: ClaimDetails
}

/** The payer does not have it: it can be changed and sent. */
export const changeableStates: ReadonlySet<ClaimState> = new Set([
  'blocked',
  'ready',
  'self-pay',
  'rejected',
  'undelivered',
])
/** It was rejected, or may not have arrived: another claim may be sent in its place. */
export const returnedStates: ReadonlySet<ClaimState> = new Set(['rejected', 'undelivered'])
/** The payer has decided. */
export const decidedStates: ReadonlySet<ClaimState> = new Set(['paid', 'partially-paid', 'denied'])
/** Sent to a payer, and neither rejected, voided nor replaced. */
export const statesHeldByPayer: ReadonlySet<ClaimState> = new Set([
  ...(['sending', 'received', 'accepted', 'written-off'] as const),
  ...decidedStates,
])
/** The payer has accepted it for adjudication, with any outcome. */
export const statesAcceptedByPayer: ReadonlySet<ClaimState> = new Set([
  'accepted',
  ...decidedStates,
  'replaced',
  'voided',
  'written-off',
])
