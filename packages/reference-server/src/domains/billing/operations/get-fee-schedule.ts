import { operation } from '../../../platform/http/operation.ts'
import type { BillingContext } from '../ports.ts'
import { readFees } from '../store/fees.ts'

export const getFeeSchedule = operation<BillingContext>()('getFeeSchedule', {
  read: async (_, __, { db }) => {
    const { items, version } = await readFees(db)
    return { status: 200, body: { items: [...items], version } }
  },
})
