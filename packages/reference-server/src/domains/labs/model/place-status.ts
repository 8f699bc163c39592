import type { UnsolicitedStatus } from '../../../vendors/laboratory/provider.ts'
import type { ReportedPerson } from '../../../vendors/laboratory/report.ts'
import { laboratoryIdOf, readPlacerNumber, resultsOfTest, type LabOrder, type ReportedTest } from './lab-order.ts'
import { isSamePerson, type KnownIdentity } from './same-person.ts'
import type { UnmatchedReason } from './unmatched.ts'

/** An order that a status names, with its patient and its results. */
export interface NamedOrder {
  readonly order: LabOrder
  readonly patient: KnownIdentity
  readonly reported: readonly ReportedTest[]
}

/**
 * Why a status waits for a person; null if it is of this laboratory, about this patient and a test of this order, and fits what the
 * laboratory has said before. Null also if it says nothing new: a repeat is no contradiction.
 */
export const holdReasonOfStatus = (
  update: UnsolicitedStatus,
  named: NamedOrder | null,
  /** The laboratory that sent it. */
  laboratoryId: string,
): UnmatchedReason | null => {
  const number = readPlacerNumber(update.placerNumber)
  const test = number && named?.order.content.tests[number.position - 1]
  if (named !== null && namesAnother(update.person, named.patient)) return 'identity-differs'
  if (named === null || !number || !test) return 'unknown-order'
  if (laboratoryIdOf(named.order) !== laboratoryId) return 'foreign-laboratory'
  if (update.status === 'unknown') return 'unknown-code'
  const measured = resultsOfTest(named.order.content, number.position, named.reported)
  return isContradictory(update.status, test.state, measured) ? 'contradictory' : null
}

/** Whether it names a person who is not the patient. A response may leave the patient out. What it states has to agree. */
export const namesAnother = (person: ReportedPerson | null | undefined, patient: KnownIdentity): boolean =>
  isNaming(person) && !isSamePerson(person, patient)

export const isNaming = (person: ReportedPerson | null | undefined): person is ReportedPerson =>
  person != null && (person.family !== '' || person.given !== '' || person.birthDate !== null)

/** It is performed although it was refused or cancelled, or refused or cancelled although it was measured. */
const isContradictory = (
  status: Exclude<UnsolicitedStatus['status'], 'unknown'>,
  state: LabOrder['content']['tests'][number]['state'],
  { own, isComplete }: ReturnType<typeof resultsOfTest>,
): boolean => {
  if (status === 'informed') return false
  if (status === 'accepted' || status === 'not-cancelled') return state !== 'ordered'
  // A cancellation of what is measured in part is about the rest.
  const isMeasured = isComplete && own.some(({ status: each }) => each !== 'cancelled')
  return isMeasured || (status === 'refused' && own.length > 0)
}
