import { operation } from '../../../../platform/contracts/operation.ts'
import type { BillingContext } from '../../ports.ts'
import { presentStatusInquiry } from '../presenters/present-status-inquiry.ts'
import { readClaimFacts } from '../store/claims.ts'
import { listStatusInquiries as readInquiries } from '../store/status-inquiries.ts'

export const listStatusInquiries = operation<BillingContext>()('listStatusInquiries', {
  read: async ({ path }, _, context) => {
    const { id, patientId } = await readClaimFacts(context.db, context, path.claimId)
    const inquiries = await readInquiries(context.db, context, id)
    return { status: 200, body: { patientId, items: inquiries.map(presentStatusInquiry) } }
  },
})
