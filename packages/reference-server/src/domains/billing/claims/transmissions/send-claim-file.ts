import type { TransmissionHandler } from '../../../../platform/partners/transmission.ts'
import { PartnerUnavailable } from '../../../../platform/partners/partner-unavailable.ts'
import type { SubmissionReceipt } from '../../../../vendors/clearinghouse/provider.ts'
import { updateClaimStatus } from '../workflows/update-claim-status.ts'
import type { BillingPorts } from '../../ports.ts'
import { readClaimFacts } from '../store/claims.ts'

interface Payload {
  readonly file: string
  readonly controlNumber: number
}

/**
 * Hands a claim's file to the clearinghouse until it definitely has it, or definitely does not want it. That it has it is no news for the
 * claim: the 999 says whether it could be read.
 */
export const sendClaimFile = ({
  clearinghouse,
}: Pick<BillingPorts, 'clearinghouse'>): TransmissionHandler<SubmissionReceipt> => ({
  kind: 'claim-file',
  send: async ({ id, organizationId, payload }, signal) => {
    const access = clearinghouse.of(organizationId)
    if (access === null) throw new PartnerUnavailable('no-clearinghouse')
    return access.provider.submitClaims((payload as Payload).file, id, signal)
  },
  settle: async (context, { subjectId, payload }, outcome) => {
    const code = 'expired' in outcome ? outcome.lastFault : outcome.response.received ? null : outcome.response.code
    if (code === null) return
    const claim = await readClaimFacts(context.tx, context, subjectId, 'for-update')
    // Sent again since, or answered: what became of this file is no news of the claim.
    if (claim.controlNumber !== (payload as Payload).controlNumber || claim.state !== 'sending') return
    // It may have arrived all the same; then a 999 comes, and the claim goes on from here.
    if ('expired' in outcome) await updateClaimStatus(context, claim, { kind: 'undelivered' }, { by: 'server', code })
    else await updateClaimStatus(context, claim, { kind: 'returned' }, { by: 'clearinghouse', code })
  },
  audit: { entity: 'Claim', because: 'billing', purpose: 'HPAYMT' },
})
