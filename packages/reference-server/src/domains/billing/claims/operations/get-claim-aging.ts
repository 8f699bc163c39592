import { operation } from '../../../../platform/contracts/operation.ts'
import { localDay } from '../../kernel/model/local-day.ts'
import type { BillingContext } from '../../ports.ts'
import { readAging } from '../store/aging.ts'

export const getClaimAging = operation<BillingContext>()('getClaimAging', {
  read: async (_, __, context, { directory }) => {
    const { zone } = await directory.organization(context)
    return { status: 200, body: { items: await readAging(context.db, localDay(context.now, zone)) } }
  },
})
