import type { components } from '@visitkit/contract'
import { matchName, sameNameScore, similarNameScore } from '../../../../platform/names/match-name.ts'
import type {
  EligibilityOrigin,
  EligibilityRequest,
  EligibilityResponse,
  NamedPerson,
} from '../../../../vendors/clearinghouse/eligibility.ts'
import type { ClearinghouseAccount } from '../../../../vendors/clearinghouse/provider.ts'

export type EligibilityHoldReason = components['schemas']['EligibilityHoldReason']

type Account = Pick<ClearinghouseAccount, 'usage' | 'submitterId' | 'receiverId' | 'senderIds'>
type Person = Pick<EligibilityRequest['subscriber'], 'name' | 'birthDay'>

/**
 * Why a response is not, or not certainly, the one to this inquiry; null if everything that it states agrees. Another person's coverage, or
 * one that contradicts itself, is never shown as this one's.
 */
export const eligibilityHoldReason = (
  { origin, contradicts, status }: Pick<EligibilityResponse, 'origin' | 'contradicts' | 'status'>,
  asked: EligibilityRequest,
  account: Account,
): EligibilityHoldReason | null => {
  if (origin.usage !== account.usage) return 'usage-differs'
  if (origin.receiverId !== account.submitterId) return 'receiver-differs'
  if (!(account.senderIds ?? [account.receiverId]).includes(origin.senderId)) return 'sender-differs'
  if (origin.payerId !== null && origin.payerId !== asked.payer.id) return 'payer-differs'
  if (origin.providerNpi !== null && origin.providerNpi !== asked.provider.npi) return 'provider-differs'
  if (!isAboutPatient(origin, asked, status === 'unknown')) return 'patient-differs'
  return contradicts ? 'contradictory' : null
}

/** A payer may know a dependent as a subscriber. A refusal of the subscriber names the subscriber of a dependent. */
const isAboutPatient = (origin: EligibilityOrigin, asked: EligibilityRequest, isRefused: boolean): boolean => {
  const { subscriber, dependent } = asked
  const named = origin.dependent ?? origin.subscriber
  if (named === null) return isRefused
  const fits = (person: Person): boolean => isPerson(named, origin.memberId, person, subscriber.memberId, isRefused)
  return fits(dependent ?? subscriber) || (isRefused && origin.dependent === null && fits(subscriber))
}

/**
 * Member number, name and birth date agree as far as they are stated. One of the three may differ if the other two agree: the member number
 * because payers give new ones, the others only if the payer says that it corrected them. Only a refusal may name no one.
 */
const isPerson = (
  named: NamedPerson,
  memberId: string | null,
  person: Person,
  askedMemberId: string,
  isRefused: boolean,
): boolean => {
  const number = memberId === null ? null : sameId(memberId) === sameId(askedMemberId)
  const birth = named.birthDay === null ? null : named.birthDay === person.birthDay
  // Payers cut names off. Without the member number, a similar name is another person's.
  const name = named.last === null ? null : nameScore(named, person) >= (number ? similarNameScore : sameNameScore)
  const stated = [number, birth, name].filter((each) => each !== null)
  const differing = stated.filter((agrees) => !agrees).length
  if (differing === 0) return isRefused || stated.length > 0
  return differing === 1 && stated.length === 3 && (number === false || named.isCorrected)
}

const nameScore = ({ last, first }: NamedPerson, { name }: Person): number =>
  matchName(
    // A person with one name is sent without a first name.
    { family: last ?? '', given: name.first === null ? (first ?? '') : first },
    {
      name: {
        family: name.last,
        given: name.first ?? '',
        ...(name.middle && { middle: [name.middle] }),
        suffix: name.suffix ?? '',
      },
    },
  ).score

const sameId = (id: string): string => id.replaceAll(/\s/g, '').toUpperCase()
