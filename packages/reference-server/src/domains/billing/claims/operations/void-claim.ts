import { operation } from '../../../../platform/contracts/operation.ts'
import { newClaimNumber } from '../workflows/capture-charges.ts'
import { lineNumber } from '../model/assemble-claim.ts'
import type { ClaimRecord } from '../../kernel/model/claim-record.ts'
import type { BillingContext } from '../../ports.ts'
import { claimNotAdjudicated, noClearinghouse } from '../../problems.ts'
import { insertClaim, readClaim } from '../store/claims.ts'
import { sendClaim } from '../workflows/send-claim.ts'
import { gatherClaimContext } from '../workflows/gather-claim-context.ts'
import { presentClaim } from '../presenters/present-claim.ts'
import { requirePayerClaimNumber } from '../workflows/require-payer-claim-number.ts'

export const voidClaim = operation<BillingContext>()('voidClaim', {
  gather: async ({ path }, ports, context) => {
    const claim = await readClaim(context.db, context, path.claimId)
    requirePayerClaimNumber(claim)
    const access = ports.clearinghouse.of(context.caller.organizationId)
    if (access === null) throw noClearinghouse()
    const claimContext = await gatherClaimContext(ports, context, claim)
    return { surroundings: claimContext, account: access.account, policy: ports.policy }
  },
  /** Repeats what the payer has, so that the payer finds it. The content is not validated again, because nothing is claimed again. */
  keep: async ({ path }, { surroundings: claimContext, account, policy }, context) => {
    const { now, newId } = context
    const original = await readClaim(context.tx, context, path.claimId, 'for-update')
    const payerClaimNumber = requirePayerClaimNumber(original)
    const { clearinghouseClaim } = original.details
    if (clearinghouseClaim === null) throw claimNotAdjudicated()
    const number = newClaimNumber()
    const draft: ClaimRecord = {
      ...original,
      id: newId(),
      number,
      followsId: original.id,
      frequency: 'void',
      state: 'ready',
      stale: false,
      blocking: 0,
      paidCents: 0,
      patientCents: 0,
      payerClaimNumber: null,
      controlNumber: null,
      history: [],
      submittedAt: null,
      changedAt: now,
      version: 1,
      details: {
        ...original.details,
        lines: original.details.lines.map((line) => ({ ...line, outcome: null })),
        deskNote: null,
        findings: [],
        clearinghouseClaim: {
          ...clearinghouseClaim,
          controlNumber: number,
          frequency: 'void',
          payerClaimNumber,
          lines: clearinghouseClaim.lines.map((line, index) => ({
            ...line,
            controlNumber: lineNumber(number, original.details.lines[index]?.number ?? index + 1),
          })),
        },
      },
    }
    if (!(await insertClaim(context, draft))) throw claimNotAdjudicated()
    const sent = await sendClaim(context, draft, draft, { account, policy })
    return { status: 201, headers: { location: `/v1/claims/${sent.id}` }, body: presentClaim(sent, claimContext) }
  },
})
