import { operation } from '../../../../platform/contracts/operation.ts'
import { pageOf, readPageQuery } from '../../../../platform/database/ids/page-cursor.ts'
import type { BillingContext } from '../../ports.ts'
import { listDueEstimates as readDueEstimates } from '../store/estimates.ts'
import { presentEstimate } from '../presenters/present-estimate.ts'

export const listDueEstimates = operation<BillingContext>()('listDueEstimates', {
  read: async ({ query }, _, context, { directory }) => {
    const page = readPageQuery(query)
    const { items, nextCursor } = pageOf(await readDueEstimates(context.db, context, page), page)
    const ids = [...new Set(items.map(({ practitionerId }) => practitionerId))]
    const practitioners = await directory.practitionerSummaries(context, ids)
    return {
      status: 200,
      body: {
        items: items.map((estimate) => presentEstimate(estimate, practitioners.get(estimate.practitionerId))),
        nextCursor,
      },
    }
  },
})
