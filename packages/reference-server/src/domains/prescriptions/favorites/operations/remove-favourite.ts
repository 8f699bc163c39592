import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { operation } from '../../../../platform/contracts/operation.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { deleteFavorite, lockFavorites } from '../store/favorites.ts'

export const removeFavourite = operation<PrescriptionsContext>()('removeFavourite', {
  keep: async ({ path: { favouriteId } }, _, context) => {
    const { tx, caller } = context
    if (caller.practitionerId === null) throw notFound('no practitioner has no favourites')
    await lockFavorites(tx, context, caller.practitionerId)
    if (!(await deleteFavorite(tx, context, caller.practitionerId, requireUuid(favouriteId))))
      throw notFound('favourite unknown')
    return { status: 204 }
  },
})
