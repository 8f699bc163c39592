import { operation } from '../../../../platform/contracts/operation.ts'
import type { BillingContext } from '../../ports.ts'
import { presentCoverageCard } from '../presenters/present-coverage-card.ts'
import { gatherCard } from '../workflows/gather-card.ts'

export const getCoverageCard = operation<BillingContext>()('getCoverageCard', {
  read: async ({ path: { patientId } }, _, context, ports) => ({
    status: 200,
    body: presentCoverageCard(patientId, await gatherCard(ports, context, patientId)),
  }),
})
