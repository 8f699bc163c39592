import { transferToPatient, type Movement } from '../../kernel/model/account-ledger.ts'
import type { ClaimFacts } from '../../kernel/model/claim-record.ts'
import { nextCoverage, type HeldBalance, type OrderedCoverage } from '../../kernel/model/next-payer.ts'
import type { ClaimPosting } from './post-remittance.ts'

export interface ChangedBalance {
  readonly held: HeldBalance
  /** What moves now. */
  readonly movements: readonly Movement[]
  /** What the decision has moved, with that: a reversal undoes exactly this. */
  readonly postedMovements: readonly Movement[]
  /** What is the patient's. */
  readonly patientCents: number
}

/** A decision in force, with the coverages that there are now. Null if nothing changes. */
export const balanceWithCoverages = (
  posting: ClaimPosting & HeldBalance,
  claim: Pick<ClaimFacts, 'coverageId' | 'serviceDay'>,
  coverages: readonly OrderedCoverage[],
): ChangedBalance | null => {
  const { answers, movements: posted } = posting
  const next = nextCoverage(coverages, claim.coverageId, claim.serviceDay, answers)
  const isHeld = posting.nextCoverageId !== null
  if (!isHeld && next === null) return null
  if (isHeld && next?.id === posting.nextCoverageId) return null
  // What is the patient's: what the last payer that answered left.
  const cents = isHeld ? posting.heldCents : (answers.at(-1)?.patientCents ?? shareOf(posted))
  if (cents <= 0) return null
  const held = { nextCoverageId: next?.id ?? null, heldCents: next === null ? 0 : cents, answers }
  // From one payer to another: it stays on the insurance's side.
  const movements = isHeld && next !== null ? [] : transferToPatient(next === null ? cents : -cents)
  return {
    held,
    movements,
    // What an answer left to the patient belongs to the answer (next-payer.ts).
    postedMovements: answers.length > 0 ? posted : [...posted, ...movements],
    patientCents: next === null ? cents : 0,
  }
}

const shareOf = (movements: readonly Movement[]): number =>
  movements.reduce((sum, { kind, patientCents }) => sum + (kind === 'transfer' ? patientCents : 0), 0)
