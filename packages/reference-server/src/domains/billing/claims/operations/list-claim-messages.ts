import { operation } from '../../../../platform/contracts/operation.ts'
import type { BillingContext } from '../../ports.ts'
import { listClaimMessages as readMessages } from '../store/claim-messages.ts'
import { readClaimFacts } from '../store/claims.ts'

export const listClaimMessages = operation<BillingContext>()('listClaimMessages', {
  read: async ({ path }, _, context) => {
    const claim = await readClaimFacts(context.db, context, path.claimId)
    const messages = await readMessages(context.db, context, claim.id)
    const items = messages.map(({ id, kind, direction, at, text }) => ({
      id,
      kind,
      direction,
      at: at.toISOString(),
      text,
    }))
    return { status: 200, body: { claimId: claim.id, patientId: claim.patientId, items } }
  },
})
