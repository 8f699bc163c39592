import { operation } from '../../../../platform/contracts/operation.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import { presentFavorite } from '../presenters/present-favorite.ts'
import { rewrittenFavorite } from '../model/favorite.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { listFavoritesByPractitioner, lockFavorites, updateFavorite } from '../store/favorites.ts'
import { medicationToday } from '../workflows/medication-today.ts'

export const replaceFavorite = operation<PrescriptionsContext>()('replaceFavorite', {
  gather: async ({ body: { version, ...written } }, ports, { now }) => {
    const { policy } = ports
    return { version, writing: { written, policy, ...medicationToday(ports, written.rxcui, now) } }
  },
  keep: async ({ path: { favoriteId } }, { version, writing }, context) => {
    const { tx, caller } = context
    if (caller.practitionerId === null) throw notFound('no practitioner has no favorites')
    await lockFavorites(tx, context, caller.practitionerId)
    const all = await listFavoritesByPractitioner(tx, context, caller.practitionerId)
    const before = all.find(({ id }) => id === favoriteId)
    if (before === undefined) throw notFound('favorite unknown')
    const others = all.filter(({ id }) => id !== favoriteId)
    const after = rewrittenFavorite(before, version, writing, others)
    await updateFavorite(tx, context, after)
    return { status: 200, body: presentFavorite(after, writing) }
  },
})
