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
 * Sends a claim's file to the clearinghouse until it is definitely accepted or definitely refused. Acceptance does not change the claim:
 * the 999 reports whether the file could be read.
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
    // The claim was sent again since, or has a response: the outcome of this file no longer changes it.
    if (claim.controlNumber !== (payload as Payload).controlNumber || claim.state !== 'sending') return
    // It may have arrived anyway; then a 999 arrives, and the claim continues from here.
    if ('expired' in outcome) await updateClaimStatus(context, claim, { kind: 'undelivered' }, { by: 'server', code })
    else await updateClaimStatus(context, claim, { kind: 'returned' }, { by: 'clearinghouse', code })
  },
  audit: { entity: 'Claim', because: 'billing', purpose: 'HPAYMT' },
})
