import { operation } from '../../../../platform/contracts/operation.ts'
import type { BillingContext } from '../../ports.ts'
import { presentCoverageCard } from '../presenters/present-coverage-card.ts'
import { removeCardPicture } from '../store/coverage-cards.ts'
import { gatherCard } from '../workflows/gather-card.ts'

export const removeCoverageCardSide = operation<BillingContext>()('removeCoverageCardSide', {
  gather: ({ path }, ports, context) => gatherCard(ports, context, path.patientId),
  decide: ({ path: { patientId, side } }, before) => ({
    writes: [removeCardPicture(patientId, side)],
    answer: {
      status: 200,
      body: presentCoverageCard(
        patientId,
        before.filter((each) => each.side !== side),
      ),
    },
  }),
})
