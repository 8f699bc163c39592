import type { Change } from '../../../../platform/contracts/change.ts'
import type { DecideContext } from '../../../../platform/contracts/context.ts'
import type { ClearinghouseAccount } from '../../../../vendors/clearinghouse/provider.ts'
import { writeClaimFile } from '../../../../vendors/clearinghouse/write-claim-file.ts'
import { X12Refusal } from '../../../../vendors/clearinghouse/x12/field-writer.ts'
import { accountChanged, claimChanged } from '../../events.ts'
import type { BillingPolicy } from '../../kernel/model/billing-policy.ts'
import { withStep } from '../model/claim-lifecycle.ts'
import type { ClaimFacts, ClaimRecord } from '../../kernel/model/claim-record.ts'
import { fileReference } from '../model/file-reference.ts'
import { fieldFindings } from '../model/scrub-fields.ts'
import { claimBlocked } from '../../problems.ts'
import { insertClaimMessage } from '../store/claim-messages.ts'
import { insertClaim, replaceClaim } from '../store/claims.ts'
import { controlNumberAfter, takeControlNumber } from '../../kernel/store/settings.ts'

export interface SentClaim extends Required<Pick<Change<void>, 'writes' | 'events' | 'transmissions'>> {
  readonly claim: ClaimRecord
}

/**
 * The change that submits a claim to the clearinghouse: with the claim's state `sending`, its file is stored and queued as a transmission.
 * `before` is null for a new claim. One claim for each file, so that a refused file affects no other claim. Throws `claim_blocked` if it
 * cannot be written in X12. Conditional: the claim is as gathered, and no other file has the control number.
 */
export const sendClaim = (
  context: DecideContext,
  before: ClaimFacts | null,
  after: ClaimRecord,
  { account, policy, lastControlNumber }: SendingTerms,
): SentClaim => {
  const { clearinghouseClaim } = after.details
  if (clearinghouseClaim === null) throw claimBlocked(after.details.findings)
  const { now, newId } = context
  const control = controlNumberAfter(lastControlNumber)
  const file = fileOf(() =>
    writeClaimFile({
      account,
      control: { interchange: control, group: control },
      fileReference: fileReference({ claimNumber: after.number, controlNumber: control }),
      createdAt: now,
      claims: [clearinghouseClaim],
    }),
  )
  const claim: ClaimRecord = {
    ...withStep(after, 'sending', { by: context.caller.kind === 'system' ? 'server' : 'member' }, now),
    version: (before ?? after).version + 1,
    controlNumber: control,
    submittedAt: now,
  }
  const { id, patientId } = claim
  return {
    claim,
    writes: [
      ...(before === null ? insertClaim(context, claim, true) : replaceClaim(context, claim, before)),
      takeControlNumber(control, lastControlNumber),
      insertClaimMessage({ id: newId(), claimId: id, patientId, kind: '837P', direction: 'out', at: now, text: file }),
    ],
    // After a refusal, the patient's bill waits for the insurance again.
    events: [claimChanged(claim), ...(claim.followsId === null ? [] : [accountChanged(patientId)])],
    transmissions: [
      {
        id: newId(),
        kind: 'claim-file',
        subjectId: id,
        patientId,
        visitId: claim.visitId,
        payload: { file, controlNumber: control },
        expiresAt: new Date(now.getTime() + policy.submissionHours * 3_600_000),
        ...(after.controlNumber === null && { isFirst: true as const }),
      },
    ],
  }
}

export interface SendingTerms {
  readonly account: ClearinghouseAccount
  readonly policy: BillingPolicy
  /** As gathered. */
  readonly lastControlNumber: number
}

const fileOf = (write: () => string): string => {
  try {
    return write()
  } catch (error) {
    if (error instanceof X12Refusal) throw claimBlocked(fieldFindings(error.faults))
    throw error
  }
}
