import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { operation } from '../../../../platform/contracts/operation.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { deleteFavorite, lockFavorites } from '../store/favorites.ts'

export const removeFavorite = operation<PrescriptionsContext>()('removeFavorite', {
  keep: async ({ path: { favoriteId } }, _, context) => {
    const { tx, caller } = context
    if (caller.practitionerId === null) throw notFound('no practitioner has no favorites')
    await lockFavorites(tx, context, caller.practitionerId)
    if (!(await deleteFavorite(tx, context, caller.practitionerId, requireUuid(favoriteId))))
      throw notFound('favorite unknown')
    return { status: 204 }
  },
})
