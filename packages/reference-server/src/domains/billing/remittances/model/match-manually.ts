import type { PatientAgreement } from './agrees-with-patient.ts'
import type { ClaimFacts, ClaimState } from '../../kernel/model/claim-record.ts'
import type { HoldReason, NotPostable } from '../../kernel/model/posting.ts'

interface Line {
  readonly holdReason: HoldReason
  readonly patientId: string | null
  readonly kind: 'payment' | 'reversal' | 'denial'
}

/** Names change and numbers are mistyped, so a person may decide where one of the two agrees; where nothing does it is somebody else. */
export const isOtherPerson = ({ name, memberId }: PatientAgreement): boolean =>
  name !== true && memberId !== true && (name === false || memberId === false)

/** The states in which no such line fits a claim any more. What was decided before another took its place may still be taken back. */
export const closedStatesFor = (kind: Line['kind']): readonly ClaimState[] =>
  kind === 'reversal' ? ['voided'] : ['replaced', 'voided']

/** What speaks against it before the laws of posting are asked (post-remittance.ts); null when nothing does. */
export const matchBlocker = (
  line: Line,
  claim: Pick<ClaimFacts, 'patientId' | 'submittedAt' | 'frequency' | 'state'>,
): NotPostable | null => {
  // One line of a payment that does not add up may be the wrong one: nobody can tell which.
  if (line.holdReason === 'unbalanced') return 'unbalanced'
  if (line.patientId !== null && line.patientId !== claim.patientId) return 'other-patient'
  if (claim.submittedAt === null) return 'claim-not-sent'
  if (claim.frequency === 'void' || closedStatesFor(line.kind).includes(claim.state)) return 'claim-closed'
  return null
}
