import { operation } from '../../../../platform/contracts/operation.ts'
import type { BillingContext } from '../../ports.ts'
import { readFees } from '../store/fees.ts'
import { presentFees } from '../presenters/present-fees.ts'

export const getFeeSchedule = operation<BillingContext>()('getFeeSchedule', {
  read: async (_, __, { db }) => ({ status: 200, body: presentFees(await readFees(db)) }),
})
