import { operation } from '../../../../platform/contracts/operation.ts'
import { pageOf, placeOf } from '../../../../platform/database/ids/page-of-ids.ts'
import type { BillingContext } from '../../ports.ts'
import { listEstimates as readEstimates } from '../store/estimates.ts'
import { answerOfEstimate } from '../presenters/answer-of-estimate.ts'

export const listEstimates = operation<BillingContext>()('listEstimates', {
  gather: async ({ path }, { directory }, reading) => {
    await directory.actingFor(reading, path.patientId, 'record')
    await directory.patientZone(reading, path.patientId)
  },
  read: async ({ path: { patientId }, query }, _, reading, { directory }) => {
    const place = placeOf(query)
    const { items, nextCursor } = pageOf(await readEstimates(reading.db, reading, patientId, place), place)
    const ids = [...new Set(items.map(({ practitionerId }) => practitionerId))]
    const practitioners = await directory.practitionerSummaries(reading, ids)
    return {
      status: 200,
      body: {
        patientId,
        items: items.map((estimate) => answerOfEstimate(estimate, practitioners.get(estimate.practitionerId))),
        nextCursor,
      },
    }
  },
})
