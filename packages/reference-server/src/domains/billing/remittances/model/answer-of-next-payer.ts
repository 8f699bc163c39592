import type { NextPayerAnswer } from '../../kernel/model/next-payer.ts'
import type { RemittedClaim } from '../../kernel/model/remittance.ts'

/** CLP02 of the payer that answers after so many next payers; the second of each: it has forwarded the claim to another payer too. */
const placesOf: readonly (readonly string[])[] = [
  ['2', '20'],
  ['3', '21'],
]

/**
 * What a next payer's decision says about the balance that waits for it. What it neither pays nor leaves to the patient is taken off; what
 * the payer before paid and took off (OA 23) is not part of the balance. A refusal is never taken off by itself: a person decides who pays.
 */
export const answerOfNextPayer = (
  { status, statusCode, paidCents, adjustments, lines }: RemittedClaim,
  heldCents: number,
  { isMedicaid, answered }: { readonly isMedicaid: boolean; readonly answered: number },
):
  | Pick<NextPayerAnswer, 'paidCents' | 'discountCents' | 'patientCents'>
  | 'next-payer-refused'
  | 'next-payer-differs' => {
  if (status !== 'denied' && placesOf[answered]?.includes(statusCode) !== true) return 'next-payer-differs'
  const patientCents = [...adjustments, ...lines.flatMap((line) => line.adjustments)].reduce(
    (sum, { group, amountCents }) => sum + (group === 'PR' ? amountCents : 0),
    0,
  )
  if (paidCents < 0 || patientCents < 0 || paidCents + patientCents > heldCents) return 'next-payer-differs'
  // 42 CFR 447.15: what Medicaid refused is not left to its member.
  if (status === 'denied' || (paidCents === 0 && (patientCents === 0 || isMedicaid))) return 'next-payer-refused'
  return { paidCents, discountCents: heldCents - paidCents - patientCents, patientCents }
}
