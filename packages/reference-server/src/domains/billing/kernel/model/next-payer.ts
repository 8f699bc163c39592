import { reversed, transferToPatient, type Movement } from './account-ledger.ts'
import type { Day } from './claim.ts'

/**
 * What a payer leaves to the patient is not the patient's while another coverage of the patient has not answered: it stays on the
 * insurance's side until the last one has.
 */
export interface NextPayerAnswer {
  readonly coverageId: string
  readonly paidCents: number
  readonly discountCents: number
  /** Left to the patient, or to the payer after it. */
  readonly patientCents: number
  readonly at: string
  /** Of the claim that it answers, whose decision is stored. Absent: posted by hand. */
  readonly claimNumber?: string
  /** Its 835 says that it has forwarded the claim to another payer. */
  readonly forwarded?: boolean
}

/** The balance of a decision that is in force: whose answer is awaited, and what was answered. */
export interface HeldBalance {
  /** Null if no payer is awaited. */
  readonly nextCoverageId: string | null
  readonly heldCents: number
  /** Oldest first. */
  readonly answers: readonly NextPayerAnswer[]
}

export const noHeldBalance: HeldBalance = { nextCoverageId: null, heldCents: 0, answers: [] }

/** Whether the payer before the one that is awaited says that it has forwarded the claim. `isForwarded`: the first one says so. */
export const isForwardedTo = ({
  isForwarded,
  nextCoverageId,
  answers,
}: HeldBalance & { readonly isForwarded: boolean }): boolean =>
  nextCoverageId !== null && (answers.length === 0 ? isForwarded : answers.at(-1)?.forwarded === true)

/** When a coverage is in force, and at which place. */
export interface OrderedCoverage {
  readonly id: string
  readonly patientId: string
  readonly order: number
  readonly from: Day
  readonly to: Day | null
}

/** The coverage that answers next on a day, after `coverageId` and those in `answered`; null if there is none. */
export const nextCoverage = <Coverage extends OrderedCoverage>(
  coverages: readonly Coverage[],
  coverageId: string | null,
  day: Day,
  answered: readonly NextPayerAnswer[] = [],
): Coverage | null => {
  const own = coverages.find(({ id }) => id === coverageId)
  if (!own) return null
  const done = new Set(answered.map((answer) => answer.coverageId))
  const [next] = coverages
    .filter(
      ({ id, patientId, order, from, to }) =>
        patientId === own.patientId && order > own.order && !done.has(id) && from <= day && (to === null || day <= to),
    )
    .toSorted((one, other) => one.order - other.order)
  return next ?? null
}

/** The movements of an answer. What is left to the patient stays with the insurance if yet another payer follows. */
export const movementsOfAnswer = (
  { paidCents, discountCents, patientCents }: Pick<NextPayerAnswer, 'paidCents' | 'discountCents' | 'patientCents'>,
  isFollowed: boolean,
): readonly Movement[] => [
  ...(paidCents === 0
    ? []
    : [{ kind: 'payer-payment' as const, insuranceCents: -paidCents, patientCents: 0, reason: null }]),
  ...(discountCents === 0
    ? []
    : [{ kind: 'adjustment' as const, insuranceCents: -discountCents, patientCents: 0, reason: null }]),
  ...(isFollowed ? [] : transferToPatient(patientCents)),
]

/** What is the patient's: nothing while a payer is awaited, else what the last one left. */
export const patientShareOf = ({ answers, nextCoverageId }: HeldBalance, leftByFirst: number): number =>
  nextCoverageId !== null ? 0 : (answers.at(-1)?.patientCents ?? leftByFirst)

/** For a visit that is not billed any more: no one owes what answers left. What other payers paid stays, to be returned to them. */
export const withdrawnAnswers = ({ answers, nextCoverageId }: HeldBalance): readonly Movement[] =>
  reversed(
    answers.flatMap((answer, index) =>
      movementsOfAnswer(answer, index < answers.length - 1 || nextCoverageId !== null),
    ),
  ).filter(({ kind }) => kind !== 'payer-payment')
