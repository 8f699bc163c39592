import type { components } from '@visitkit/contract'
import type { ClaimFacts, ClaimState } from './claim-record.ts'

type Schemas = components['schemas']

/** The unencrypted part of a write-off. */
export interface WriteOffFacts {
  readonly id: string
  readonly claimId: string
  readonly rootId: string
  readonly visitId: string
  readonly patientId: string
  readonly claimNumber: string
  readonly amountCents: number
  readonly reason: Schemas['WriteOffReason']
  readonly state: Schemas['WriteOffState']
  /** The state that the claim has again if the write-off is undone. */
  readonly claimState: ClaimState
  readonly askedBy: string
  readonly askedAt: Date
  /** Who approved or refused it: never the one who asked, if it was approved. */
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
  readonly version: number
}

export interface WriteOff extends WriteOffFacts {
  readonly comment: string | null
}

/** With the payer, closed, or written off already. */
const statesWithoutWriteOff: ReadonlySet<ClaimState> = new Set([
  ...(['sending', 'received', 'accepted', 'replaced', 'voided', 'self-pay', 'written-off'] as const),
])

/** Whether what is open for this claim can be written off. That no other claim follows it is a condition of the change. */
export const canWriteOff = (
  { state, frequency }: Pick<ClaimFacts, 'state' | 'frequency'>,
  openCents: number,
): boolean => openCents > 0 && frequency !== 'void' && !statesWithoutWriteOff.has(state)
