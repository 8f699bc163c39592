import type { components } from '@visitkit/contract'
import type { Claim as WireClaim, ClaimFrequency, Day, PlaceOfService } from './claim.ts'
import type { Finding } from './finding.ts'
import type { AdjustmentGroup } from './remittance.ts'

type Schemas = components['schemas']
export type ClaimState = Schemas['ClaimState']
export type CodeSystem = Schemas['ClaimLine']['codeSystem']

/** One step of a claim's life. Codes and times only. */
export interface ClaimStep {
  readonly at: string
  readonly state: ClaimState
  readonly by: 'server' | 'member' | 'clearinghouse' | 'payer'
  readonly code?: string
}

/** What lists, timers and events need of a claim. Opens nothing. */
export interface ClaimFacts {
  readonly id: string
  /** CLM01: ours, unique for ever, in every answer of a partner. */
  readonly number: string
  /** The first claim of the visit; its own id for that one. Whatever money moves, moves for the whole chain. */
  readonly rootId: string
  /** The claim before it in the chain: what it replaces or voids, what another payer had refused, or the void after which it bills again. */
  readonly followsId: string | null
  readonly visitId: string
  readonly patientId: string
  readonly practitionerId: string
  readonly payerId: string
  readonly coverageId: string | null
  readonly state: ClaimState
  readonly stale: boolean
  /** Findings that block. */
  readonly blocking: number
  readonly frequency: ClaimFrequency
  readonly serviceDay: Day
  readonly fileBy: Day
  readonly chargeCents: number
  readonly paidCents: number
  readonly patientCents: number
  readonly payerClaimNumber: string | null
  /** ISA13 and GS06 of the file that it went out in. */
  readonly controlNumber: number | null
  /** The versions of note and visit that it was made from. */
  readonly noteVersion: number
  readonly visitVersion: number
  readonly history: readonly ClaimStep[]
  readonly submittedAt: Date | null
  readonly changedAt: Date
  readonly version: number
}

/** One charge, and what a payer said about it. */
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

/** What of a claim is PHI: sealed as one value. */
export interface ClaimDetails {
  readonly diagnoses: readonly string[]
  readonly lines: readonly DraftLine[]
  /** Null where no rule gives one: a finding says so. */
  readonly placeOfService: PlaceOfService | null
  readonly priorAuthorization: string | null
  /** For the desk. Not sent. */
  readonly deskNote: string | null
  readonly findings: readonly Finding[]
  /** As it goes, or went, to the payer; null while the patient pays. */
  readonly wire: WireClaim | null
}

/** FHIR: Claim, with ClaimResponse behind `outcome`. */
export interface ClaimRecord extends ClaimFacts {
  readonly details: ClaimDetails
}

/** The payer does not have it: it may be changed, and sent. */
export const changeableStates: ReadonlySet<ClaimState> = new Set([
  'blocked',
  'ready',
  'self-pay',
  'rejected',
  'undelivered',
])
/** It came back, or nobody knows whether it arrived: another may be sent in its place. */
export const returnedStates: ReadonlySet<ClaimState> = new Set(['rejected', 'undelivered'])
/** The payer has decided. */
export const decidedStates: ReadonlySet<ClaimState> = new Set(['paid', 'partially-paid', 'denied'])
/** It went to a payer, and neither came back nor was taken back or replaced. */
export const statesHeldByPayer: ReadonlySet<ClaimState> = new Set(['sending', 'received', 'accepted', ...decidedStates])
/** The payer has taken it in, whatever came of it. */
export const statesAcceptedByPayer: ReadonlySet<ClaimState> = new Set([
  'accepted',
  ...decidedStates,
  'replaced',
  'voided',
])
