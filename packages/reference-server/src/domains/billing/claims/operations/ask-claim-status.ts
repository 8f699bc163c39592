import { operation } from '../../../../platform/contracts/operation.ts'
import { findVisitAccount } from '../../accounts/store/visit-accounts.ts'
import { readTerms } from '../../fees/store/terms.ts'
import type { BillingContext } from '../../ports.ts'
import { noClearinghouse } from '../../problems.ts'
import { presentStatusInquiry } from '../presenters/present-status-inquiry.ts'
import { readClaim } from '../store/claims.ts'
import { listStatusInquiries } from '../store/status-inquiries.ts'
import { askStatus } from '../workflows/ask-status.ts'
import { requireSendingTerms } from '../workflows/require-sending-terms.ts'

export const askClaimStatus = operation<BillingContext>()('askClaimStatus', {
  gather: async ({ path }, ports, context) => {
    const claim = await readClaim(context.db, context, path.claimId)
    const access = ports.clearinghouse.of(context.caller.organizationId)
    if (access === null) throw noClearinghouse()
    const [terms, visit, earlier] = await Promise.all([
      readTerms(context.db),
      findVisitAccount(context.db, claim.visitId),
      listStatusInquiries(context.db, context, claim.id),
    ])
    const { account } = access
    const sending = requireSendingTerms({ account, policy: ports.policy, lastControlNumber: terms.lastControlNumber })
    return { claim, restricted: visit?.restricted ?? false, earlier, sending }
  },
  decide: (_, { claim, restricted, earlier, sending }, context) => {
    const latest = earlier[0]?.facts ?? null
    const { inquiry, ...change } = askStatus(context, { claim, restricted, latest, sending, askedBy: 'member' })
    const items = [{ facts: inquiry, answer: null }, ...earlier].map(presentStatusInquiry)
    return { ...change, answer: { status: 200, body: { patientId: claim.patientId, items } } }
  },
})
