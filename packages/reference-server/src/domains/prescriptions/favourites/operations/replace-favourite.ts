import { operation } from '../../../../platform/contracts/operation.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import { describeFavourite } from '../presenters/describe-favourite.ts'
import { rewrittenFavourite } from '../model/favourite.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { favouritesOf, lockFavourites, updateFavourite } from '../store/favourites.ts'
import { medicineToday } from '../workflows/medicine-today.ts'

export const replaceFavourite = operation<PrescriptionsContext>()('replaceFavourite', {
  gather: async ({ body: { version, ...written } }, ports, { now }) => {
    const { policy } = ports
    return { version, writing: { written, policy, ...medicineToday(ports, written.rxcui, now) } }
  },
  keep: async ({ path: { favouriteId } }, { version, writing }, keeping) => {
    const { tx, caller } = keeping
    if (caller.practitionerId === null) throw notFound('no practitioner has no favourites')
    await lockFavourites(tx, keeping, caller.practitionerId)
    const all = await favouritesOf(tx, keeping, caller.practitionerId)
    const before = all.find(({ id }) => id === favouriteId)
    if (before === undefined) throw notFound('favourite unknown')
    const others = all.filter(({ id }) => id !== favouriteId)
    const after = rewrittenFavourite(before, version, writing, others)
    await updateFavourite(tx, keeping, after)
    return { status: 200, body: describeFavourite(after, writing) }
  },
})
