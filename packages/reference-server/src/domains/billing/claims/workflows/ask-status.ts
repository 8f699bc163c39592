import type { Change } from '../../../../platform/contracts/change.ts'
import type { DecideContext } from '../../../../platform/contracts/context.ts'
import { writeStatusInquiry } from '../../../../vendors/clearinghouse/write-status-inquiry.ts'
import { X12Refusal } from '../../../../vendors/clearinghouse/x12/field-writer.ts'
import { claimChanged } from '../../events.ts'
import type { ClaimRecord, ClaimState } from '../../kernel/model/claim-record.ts'
import type { StatusInquiryFacts } from '../../kernel/model/status-inquiry.ts'
import { controlNumberAfter, takeControlNumber } from '../../kernel/store/settings.ts'
import { claimBlocked, statusNotAsked } from '../../problems.ts'
import { fieldFindings } from '../model/scrub-fields.ts'
import { insertClaimMessage } from '../store/claim-messages.ts'
import { insertStatusInquiry, notAskedSince } from '../store/status-inquiries.ts'
import { requirePayerDisclosureAllowed } from './require-payer-disclosure-allowed.ts'
import type { SendingTerms } from './send-claim.ts'

/** The payer has it, or may have it, and has not decided. */
export const askableStates: readonly ClaimState[] = ['sending', 'received', 'accepted', 'undelivered']

interface Asking {
  readonly claim: ClaimRecord
  /** Of the visit’s account: the patient asked not to disclose it to a payer. */
  readonly restricted: boolean
  readonly latest: StatusInquiryFacts | null
  readonly sending: SendingTerms
  readonly askedBy: StatusInquiryFacts['askedBy']
}

/**
 * The change that asks the payer where a claim is: a 276 of its own, answered in the mailbox. Conditional: no one asked since. Throws
 * `status_not_asked` if the claim is not with a payer, or was asked about within the pause, and `claim_blocked` if nothing of the visit is disclosed
 * to a payer from now on.
 */
export const askStatus = (
  context: DecideContext,
  { claim, restricted, latest, sending, askedBy }: Asking,
): Required<Pick<Change<void>, 'writes' | 'events' | 'transmissions'>> & { readonly inquiry: StatusInquiryFacts } => {
  const { now, newId } = context
  const { clearinghouseClaim } = claim.details
  const pauseMs = sending.policy.statusInquiry.pauseHours * 3_600_000
  const isEarly = latest !== null && latest.state !== 'rejected' && now.getTime() - latest.askedAt.getTime() < pauseMs
  if (clearinghouseClaim === null || !askableStates.includes(claim.state) || isEarly) throw statusNotAsked()
  requirePayerDisclosureAllowed(claim, restricted)
  const id = newId()
  const control = controlNumberAfter(sending.lastControlNumber)
  // BHT03 takes 30 of the id's 32 digits. The first two are those of a century.
  const trace = id.replaceAll('-', '').toUpperCase().slice(2)
  const file = fileOf(() =>
    writeStatusInquiry({
      account: sending.account,
      control: { interchange: control, group: control },
      traceNumber: trace,
      createdAt: now,
      question: { claim: clearinghouseClaim, payerClaimNumber: claim.payerClaimNumber },
    }),
  )
  const { patientId } = claim
  const inquiry: StatusInquiryFacts = {
    ...{ id, trace, claimId: claim.id, patientId, controlNumber: control, askedBy, state: 'sending', code: null },
    ...{ askedAt: now, answeredAt: null, version: 1 },
  }
  context.access.touch(patientId)
  return {
    inquiry,
    writes: [
      notAskedSince(claim.id, latest?.id ?? null),
      insertStatusInquiry(inquiry),
      takeControlNumber(control, sending.lastControlNumber),
      insertClaimMessage({
        ...{ id: newId(), claimId: claim.id, patientId, kind: '276', direction: 'out', at: now, text: file },
      }),
    ],
    events: [claimChanged(claim)],
    transmissions: [
      {
        ...{ id: newId(), kind: 'status-inquiry', subjectId: id, patientId, visitId: claim.visitId },
        payload: { file },
        expiresAt: new Date(now.getTime() + sending.policy.submissionHours * 3_600_000),
      },
    ],
  }
}

const fileOf = (write: () => string): string => {
  try {
    return write()
  } catch (error) {
    if (error instanceof X12Refusal) throw claimBlocked(fieldFindings(error.faults))
    throw error
  }
}
