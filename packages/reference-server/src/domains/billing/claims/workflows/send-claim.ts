import type { WriteContext } from '../../../../platform/contracts/context.ts'
import { enqueueWithFact } from '../../../../platform/partners/enqueue-transmission.ts'
import type { ClearinghouseAccount } from '../../../../vendors/clearinghouse/provider.ts'
import { writeClaimFile } from '../../../../vendors/clearinghouse/write-claim-file.ts'
import { X12Refusal } from '../../../../vendors/clearinghouse/x12/field-writer.ts'
import { claimChanged } from '../../events.ts'
import type { BillingPolicy } from '../../kernel/model/billing-policy.ts'
import { withStep } from '../model/claim-lifecycle.ts'
import type { ClaimRecord } from '../../kernel/model/claim-record.ts'
import { fileReference } from '../model/file-reference.ts'
import { fieldFindings } from '../model/scrub-fields.ts'
import { claimBlocked, versionConflict } from '../../problems.ts'
import { claimCountUpdate } from '../store/claim-counts.ts'
import { insertClaimMessagesStatement } from '../store/claim-messages.ts'
import { updateClaimStatement } from '../store/claims.ts'
import { nextControlNumber } from '../../kernel/store/settings.ts'

/**
 * Submits a claim to the clearinghouse. The file is written, stored with the claim and queued as a transmission, in the same statement that
 * sets the claim to `sending`. One claim for each file, so that a refused file affects no other claim. Throws `claim_blocked` if it cannot
 * be written in X12, and `version_conflict` if the claim has changed since `before` was read.
 */
export const sendClaim = async (
  context: WriteContext,
  before: ClaimRecord,
  after: ClaimRecord,
  { account, policy }: { readonly account: ClearinghouseAccount; readonly policy: BillingPolicy },
): Promise<ClaimRecord> => {
  const { clearinghouseClaim } = after.details
  if (clearinghouseClaim === null) throw claimBlocked(after.details.findings)
  const { now } = context
  const control = await nextControlNumber(context)
  const file = fileOf(() =>
    writeClaimFile({
      account,
      control: { interchange: control, group: control },
      fileReference: fileReference({ claimNumber: after.number, controlNumber: control }),
      createdAt: now,
      claims: [clearinghouseClaim],
    }),
  )
  const sent: ClaimRecord = {
    ...withStep(after, 'sending', { by: context.caller.kind === 'system' ? 'server' : 'member' }, now),
    version: before.version + 1,
    controlNumber: control,
    submittedAt: now,
  }
  const { id, patientId } = sent
  const transmission = {
    kind: 'claim-file',
    subjectId: id,
    patientId,
    payload: { file, controlNumber: control },
    expiresAt: new Date(now.getTime() + policy.submissionHours * 3_600_000),
  }
  const message = { claimId: id, patientId, kind: '837P', direction: 'out', text: file } as const
  const stored = await enqueueWithFact(context, 'billing', transmission, async () => {
    const counting = claimCountUpdate(context, [{ before, after: sent }])
    return [
      await updateClaimStatement(context, before, sent),
      await insertClaimMessagesStatement(context, [message]),
      ...(counting === null ? [] : [counting.statement]),
    ]
  })
  if (stored === null) throw versionConflict()
  await context.emit(claimChanged(sent))
  return sent
}

const fileOf = (write: () => string): string => {
  try {
    return write()
  } catch (error) {
    if (error instanceof X12Refusal) throw claimBlocked(fieldFindings(error.faults))
    throw error
  }
}
