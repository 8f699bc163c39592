import { operation } from '../../../../platform/contracts/operation.ts'
import { cleanPicture } from '../../../../platform/pictures/clean-picture.ts'
import type { BillingContext } from '../../ports.ts'
import { cardPictureRefused } from '../../problems.ts'
import { presentCoverageCard } from '../presenters/present-coverage-card.ts'
import { putCardPicture, type CardPicture } from '../store/coverage-cards.ts'
import { gatherCard } from '../workflows/gather-card.ts'

const order = ['front', 'back'] as const

export const putCoverageCardSide = operation<BillingContext>()('putCoverageCardSide', {
  gather: async ({ path, rawBody }, ports, context) => {
    const before = await gatherCard(ports, context, path.patientId)
    const { card } = ports.policy
    const picture = await cleanPicture(rawBody, card, ports.heavyWork, context)
    if ('refused' in picture) throw cardPictureRefused(picture, card.maxBytes)
    return { before, picture }
  },
  decide: ({ path: { patientId, side } }, { before, picture: { mediaType, content } }, { now, newId }) => {
    const picture: CardPicture = {
      id: newId(),
      patientId,
      side,
      mediaType,
      bytes: content.length,
      addedAt: now,
    }
    const after = [...before.filter((each) => each.side !== side), picture]
    return {
      writes: [putCardPicture(picture, content)],
      answer: {
        status: 200,
        body: presentCoverageCard(
          patientId,
          after.toSorted((one, other) => order.indexOf(one.side) - order.indexOf(other.side)),
        ),
      },
    }
  },
})
