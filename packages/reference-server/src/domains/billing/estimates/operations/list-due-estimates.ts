import { operation } from '../../../../platform/contracts/operation.ts'
import { pageOf, placeOf } from '../../../../platform/database/ids/page-of-ids.ts'
import type { BillingContext } from '../../ports.ts'
import { listDueEstimates as readDueEstimates } from '../store/estimates.ts'
import { answerOfEstimate } from '../presenters/answer-of-estimate.ts'

export const listDueEstimates = operation<BillingContext>()('listDueEstimates', {
  read: async ({ query }, _, reading, { directory }) => {
    const place = placeOf(query)
    const { items, nextCursor } = pageOf(await readDueEstimates(reading.db, reading, place), place)
    const ids = [...new Set(items.map(({ practitionerId }) => practitionerId))]
    const practitioners = await directory.practitionerSummaries(reading, ids)
    return {
      status: 200,
      body: {
        items: items.map((estimate) => answerOfEstimate(estimate, practitioners.get(estimate.practitionerId))),
        nextCursor,
      },
    }
  },
})
