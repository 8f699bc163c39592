import type { Change } from '../../../../platform/contracts/change.ts'
import type { TransmissionHandler } from '../../../../platform/partners/transmission.ts'
import { PartnerUnavailable } from '../../../../platform/partners/partner-unavailable.ts'
import type { SubmissionReceipt } from '../../../../vendors/clearinghouse/provider.ts'
import { claimChanged } from '../../events.ts'
import { applyStatusUpdate } from '../model/claim-lifecycle.ts'
import type { BillingPorts } from '../../ports.ts'
import { accompanyFile } from '../model/accompany-file.ts'
import { readClaimFacts, replaceClaim } from '../store/claims.ts'

interface Payload {
  readonly file: string
  readonly controlNumber: number
}

const nothing: Change<void> = { answer: undefined }

/**
 * Sends a claim's file to the clearinghouse until it is definitely accepted or definitely refused. Acceptance does not change the claim:
 * the 999 reports whether the file could be read.
 */
export const sendClaimFile = ({
  clearinghouse,
}: Pick<BillingPorts, 'clearinghouse'>): TransmissionHandler<SubmissionReceipt> => ({
  kind: 'claim-file',
  partTwo: {
    discloses: () => ({ recipient: 'health-plans', purpose: 'payment', information: 'bills' }),
    accompany: accompanyFile,
  },
  send: async ({ id, organizationId, payload }, signal) => {
    const access = clearinghouse.of(organizationId)
    if (access === null) throw new PartnerUnavailable('no-clearinghouse')
    return access.provider.submitClaims((payload as Payload).file, id, signal)
  },
  conclude: async (context, { subjectId, payload }, outcome) => {
    const code = 'expired' in outcome ? outcome.lastFault : outcome.response.received ? null : outcome.response.code
    if (code === null) return nothing
    const before = await readClaimFacts(context.db, context, subjectId)
    // The claim was sent again since, or has a response: the outcome of this file no longer changes it.
    if (before.controlNumber !== (payload as Payload).controlNumber || before.state !== 'sending') return nothing
    // It may have arrived anyway; then a 999 arrives, and the claim continues from here.
    const [kind, by] =
      'expired' in outcome ? (['undelivered', 'server'] as const) : (['returned', 'clearinghouse'] as const)
    const after = applyStatusUpdate(before, { kind }, { by, code }, {}, context.now)
    return after === null
      ? nothing
      : { writes: replaceClaim(context, after, before), events: [claimChanged(after)], answer: undefined }
  },
  audit: { entity: 'Claim', because: 'billing', purpose: 'HPAYMT' },
})
