import { PartnerUnavailable } from '../../../../platform/partners/partner-unavailable.ts'
import type { TransmissionHandler } from '../../../../platform/partners/transmission.ts'
import type { SubmissionReceipt } from '../../../../vendors/clearinghouse/provider.ts'
import { claimChanged } from '../../events.ts'
import type { BillingPorts } from '../../ports.ts'
import { readClaimFacts } from '../store/claims.ts'
import { readStatusInquiry, replaceStatusInquiry } from '../store/status-inquiries.ts'

/** Sends a question about a claim (276) until the clearinghouse definitely has it or definitely refuses it. */
export const sendStatusInquiry = ({
  clearinghouse,
}: Pick<BillingPorts, 'clearinghouse'>): TransmissionHandler<SubmissionReceipt> => ({
  kind: 'status-inquiry',
  partTwo: {
    discloses: () => ({ recipient: 'health-plans', purpose: 'payment', information: 'bills' }),
    // It names a patient of a program, and a 276 has no segment for the notice that 42 CFR 2.32 wants with each disclosure.
    accompany: 'no-place',
  },
  send: async ({ id, organizationId, payload }, signal) => {
    const access = clearinghouse.of(organizationId)
    if (access === null) throw new PartnerUnavailable('no-clearinghouse')
    return access.provider.submitClaims((payload as { readonly file: string }).file, id, signal)
  },
  conclude: async (context, { subjectId }, outcome) => {
    const code = 'expired' in outcome ? outcome.lastFault : outcome.response.received ? null : outcome.response.code
    if (code === null) return { answer: undefined }
    const before = await readStatusInquiry(context.db, subjectId)
    if (before.state !== 'sending') return { answer: undefined }
    const state = 'expired' in outcome ? ('undelivered' as const) : ('rejected' as const)
    const claim = await readClaimFacts(context.db, context, before.claimId)
    context.access.touch(before.patientId)
    const after = { ...before, state, code, version: before.version + 1 }
    return { writes: [replaceStatusInquiry(after, before)], events: [claimChanged(claim)], answer: undefined }
  },
  audit: { entity: 'Claim', because: 'billing', purpose: 'HPAYMT' },
})
