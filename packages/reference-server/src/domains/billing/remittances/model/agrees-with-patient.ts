import { matchName, similarNameScore } from '../../../../platform/names/match-name.ts'
import type { Claim, PersonName } from '../../kernel/model/claim.ts'
import type { RemittedPatient } from '../../kernel/model/remittance.ts'

/** Whether the payer's data of a person matches a claim's patient; null if the payer gives none. */
export interface PatientAgreement {
  readonly name: boolean | null
  readonly memberId: boolean | null
}

/**
 * The name is compared with the one that the claim was sent with, which is that of the insurance card. Payers cut names off and leave parts
 * of double names out: with the claim's number, a similar name is enough. The member number must match exactly.
 */
export const agreesWithPatient = (
  named: RemittedPatient | null,
  { subscriber, dependent }: Pick<Claim, 'subscriber' | 'dependent'>,
): PatientAgreement => ({
  name: named?.last ? isSameName(named, (dependent ?? subscriber).name) : null,
  memberId:
    named === null || named.memberIds.length === 0
      ? null
      : named.memberIds.some((id) => sameId(id) === sameId(subscriber.memberId)),
})

const sameId = (id: string): string => id.replaceAll(/\s/g, '').toUpperCase()

const isSameName = ({ last, first }: Pick<RemittedPatient, 'last' | 'first'>, sent: PersonName): boolean => {
  const name = {
    family: sent.last,
    given: sent.first ?? '',
    ...(sent.middle && { middle: [sent.middle] }),
    suffix: sent.suffix ?? '',
  }
  // A person with one name is sent without a first name.
  const given = sent.first === null ? (first ?? '') : first
  return matchName({ family: last ?? '', given }, { name }).score >= similarNameScore
}
