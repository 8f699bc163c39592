import { operation } from '../../../../platform/contracts/operation.ts'
import { describeFavourite } from '../presenters/describe-favourite.ts'
import { newFavourite } from '../model/favourite.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { notAPrescriber } from '../../problems.ts'
import { favouritesOf, insertFavourite, lockFavourites } from '../store/favourites.ts'
import { medicineToday } from '../workflows/medicine-today.ts'

export const keepFavourite = operation<PrescriptionsContext>()('keepFavourite', {
  gather: async ({ body }, ports, { caller: { practitionerId }, now }) => {
    if (practitionerId === null) throw notAPrescriber()
    const { policy } = ports
    return { practitionerId, writing: { written: body, policy, ...medicineToday(ports, body.rxcui, now) } }
  },
  keep: async (_, { practitionerId, writing }, keeping) => {
    const { tx } = keeping
    await lockFavourites(tx, keeping, practitionerId)
    const kept = newFavourite(keeping.newId(), writing, await favouritesOf(tx, keeping, practitionerId))
    await insertFavourite(tx, keeping, practitionerId, kept)
    return { status: 201, body: describeFavourite(kept, writing) }
  },
})
