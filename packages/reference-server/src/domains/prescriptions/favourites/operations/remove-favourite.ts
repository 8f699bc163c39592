import { knownId } from '../../../../platform/database/ids/known-id.ts'
import { operation } from '../../../../platform/contracts/operation.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { deleteFavourite, lockFavourites } from '../store/favourites.ts'

export const removeFavourite = operation<PrescriptionsContext>()('removeFavourite', {
  keep: async ({ path: { favouriteId } }, _, keeping) => {
    const { tx, caller } = keeping
    if (caller.practitionerId === null) throw notFound('no practitioner has no favourites')
    await lockFavourites(tx, keeping, caller.practitionerId)
    if (!(await deleteFavourite(tx, keeping, caller.practitionerId, knownId(favouriteId))))
      throw notFound('favourite unknown')
    return { status: 204 }
  },
})
