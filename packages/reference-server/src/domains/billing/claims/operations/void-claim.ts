import { operation } from '../../../../platform/contracts/operation.ts'
import { newClaimNumber } from '../workflows/capture-charges.ts'
import { lineNumber } from '../model/assemble-claim.ts'
import type { ClaimRecord } from '../../kernel/model/claim-record.ts'
import type { BillingContext } from '../../ports.ts'
import { claimNotAdjudicated, noClearinghouse } from '../../problems.ts'
import { claimsAsGathered, readClaim } from '../store/claims.ts'
import { readCoverage } from '../../coverages/store/coverages.ts'
import { readTerms } from '../../fees/store/terms.ts'
import { requireSendingTerms } from '../workflows/require-sending-terms.ts'
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
    const [terms, coverage] = await Promise.all([
      readTerms(context.db),
      claim.coverageId === null ? null : readCoverage(context.db, context, claim.coverageId),
    ])
    const surroundings = await gatherClaimContext(ports, context, claim, { terms, coverage })
    const { account } = access
    const sending = requireSendingTerms({ account, policy: ports.policy, lastControlNumber: terms.lastControlNumber })
    return { claim, surroundings, sending }
  },
  /** Repeats what the payer has, so that the payer finds it. The content is not validated again, because nothing is claimed again. */
  decide: (_, { claim: original, surroundings, sending }, context) => {
    const { now, newId } = context
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
    const { claim, writes, ...sent } = sendClaim(context, null, draft, sending)
    return {
      ...sent,
      writes: [claimsAsGathered([original]), ...writes],
      answer: {
        status: 201,
        headers: { location: `/v1/claims/${claim.id}` },
        body: presentClaim(claim, surroundings),
      },
      // Another claim has taken the place.
      otherwise: () => {
        throw claimNotAdjudicated()
      },
    }
  },
})
