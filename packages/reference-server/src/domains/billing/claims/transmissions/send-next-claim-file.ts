import type { TransmissionHandler } from '../../../../platform/partners/transmission.ts'
import { PartnerUnavailable } from '../../../../platform/partners/partner-unavailable.ts'
import type { SubmissionReceipt } from '../../../../vendors/clearinghouse/provider.ts'
import { claimChanged } from '../../events.ts'
import { nextClaimAfter } from '../../kernel/model/next-claim.ts'
import type { BillingPorts } from '../../ports.ts'
import { accompanyFile } from '../model/accompany-file.ts'
import { readClaimFacts } from '../store/claims.ts'
import { readNextClaim, replaceNextClaim } from '../store/next-claims.ts'

interface Payload {
  readonly file: string
}

/** Sends a claim to a next payer until the clearinghouse definitely has it or definitely refuses it. */
export const sendNextClaimFile = ({
  clearinghouse,
}: Pick<BillingPorts, 'clearinghouse'>): TransmissionHandler<SubmissionReceipt> => ({
  kind: 'next-claim-file',
  partTwo: {
    discloses: () => ({ recipient: 'health-plans', purpose: 'payment', information: 'bills' }),
    accompany: accompanyFile,
  },
  send: async ({ id, organizationId, payload }, signal) => {
    const access = clearinghouse.of(organizationId)
    if (access === null) throw new PartnerUnavailable('no-clearinghouse')
    return access.provider.submitClaims((payload as Payload).file, id, signal)
  },
  conclude: async (context, { subjectId }, outcome) => {
    const code = 'expired' in outcome ? outcome.lastFault : outcome.response.received ? null : outcome.response.code
    if (code === null) return { answer: undefined }
    const before = await readNextClaim(context.db, subjectId)
    const after = nextClaimAfter(before, 'expired' in outcome ? 'undelivered' : 'rejected', code, context.now)
    if (after === null) return { answer: undefined }
    const claim = await readClaimFacts(context.db, context, before.claimId)
    context.access.touch(before.patientId)
    return { writes: [replaceNextClaim(after, before)], events: [claimChanged(claim)], answer: undefined }
  },
  audit: { entity: 'Claim', because: 'billing', purpose: 'HPAYMT' },
})
