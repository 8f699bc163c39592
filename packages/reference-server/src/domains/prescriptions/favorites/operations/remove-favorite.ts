import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { operation } from '../../../../platform/contracts/operation.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { deleteFavorite } from '../store/favorites.ts'

export const removeFavorite = operation<PrescriptionsContext>()('removeFavorite', {
  decide: ({ path: { favoriteId } }, _, { caller }) => {
    if (caller.practitionerId === null) throw notFound('no practitioner has no favorites')
    return {
      writes: [deleteFavorite(requireUuid(favoriteId), caller.practitionerId)],
      answer: { status: 204 },
      otherwise: () => {
        throw notFound('favorite unknown')
      },
    }
  },
})
