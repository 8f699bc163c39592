import { operation } from '../../../../platform/contracts/operation.ts'
import { pageOf, readPageQuery } from '../../../../platform/database/ids/page-cursor.ts'
import type { BillingContext } from '../../ports.ts'
import { listEstimates as readEstimates } from '../store/estimates.ts'
import { presentEstimate } from '../presenters/present-estimate.ts'

export const listEstimates = operation<BillingContext>()('listEstimates', {
  gather: async ({ path }, { directory }, context) => {
    await directory.actingFor(context, path.patientId, 'record')
    await directory.patientZone(context, path.patientId)
  },
  read: async ({ path: { patientId }, query }, _, context, { directory }) => {
    const page = readPageQuery(query)
    const { items, nextCursor } = pageOf(await readEstimates(context.db, context, patientId, page), page)
    const ids = [...new Set(items.map(({ practitionerId }) => practitionerId))]
    const practitioners = await directory.practitionerSummaries(context, ids)
    return {
      status: 200,
      body: {
        patientId,
        items: items.map((estimate) => presentEstimate(estimate, practitioners.get(estimate.practitionerId))),
        nextCursor,
      },
    }
  },
})
