import type { PatientAgreement } from './agrees-with-patient.ts'
import type { ClaimFacts, ClaimState } from '../../kernel/model/claim-record.ts'
import type { HoldReason, NotPostable } from '../../kernel/model/posting.ts'

interface Line {
  readonly holdReason: HoldReason
  readonly patientId: string | null
  readonly kind: 'payment' | 'reversal' | 'denial'
}

/** Names change and numbers are mistyped, so a person may match a line if one of the two agrees. If neither does, it is another person. */
export const isOtherPerson = ({ name, memberId }: PatientAgreement): boolean =>
  name !== true && memberId !== true && (name === false || memberId === false)

/** The states in which no such line can be posted to a claim. A decision from before a claim was replaced can still be reversed. */
export const closedStatesFor = (kind: Line['kind']): readonly ClaimState[] =>
  kind === 'reversal' ? ['voided'] : ['replaced', 'voided']

/**
 * In a payment that does not balance, any line may be the wrong one; a test is no payment; what cannot be read cannot be posted; a payer that
 * does not insure the patient, or says what it would pay, has paid nothing; who bears what a next payer refused is for a person to say.
 */
export const neverPosted: ReadonlySet<HoldReason> = new Set([
  ...(['unbalanced', 'usage-differs', 'unreadable', 'not-ours', 'predetermination', 'next-payer-refused'] as const),
])

/** What prevents the match before the rules of posting are checked (post-remittance.ts); null if nothing does. */
export const matchBlocker = (
  line: Line,
  claim: Pick<ClaimFacts, 'patientId' | 'submittedAt' | 'frequency' | 'state'>,
): NotPostable | null => {
  if (neverPosted.has(line.holdReason)) return line.holdReason
  if (line.patientId !== null && line.patientId !== claim.patientId) return 'other-patient'
  if (claim.submittedAt === null) return 'claim-not-sent'
  if (claim.frequency === 'void' || closedStatesFor(line.kind).includes(claim.state)) return 'claim-closed'
  return null
}
