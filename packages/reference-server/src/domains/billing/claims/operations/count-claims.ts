import { operation } from '../../../../platform/contracts/operation.ts'
import type { BillingContext } from '../../ports.ts'
import { readClaimCounts } from '../store/claim-counts.ts'

export const countClaims = operation<BillingContext>()('countClaims', {
  read: async (_, __, { db }) => ({ status: 200, body: { items: await readClaimCounts(db) } }),
})
