import type { components } from '@visitkit/contract'
import type { CardPicture } from '../store/coverage-cards.ts'

export const presentCoverageCard = (
  patientId: string,
  pictures: readonly CardPicture[],
): components['schemas']['CoverageCard'] => ({
  patientId,
  sides: pictures.map(({ id, side, mediaType, bytes, addedAt }) => ({
    pictureId: id,
    side,
    mediaType,
    bytes,
    addedAt: addedAt.toISOString(),
  })),
})
