import { operation } from '../../../../platform/contracts/operation.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import { presentFavorite } from '../presenters/present-favorite.ts'
import { rewrittenFavorite } from '../model/favorite.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { advanceList } from '../../kernel/store/list-versions.ts'
import { readFavorites, replaceFavorite as replace } from '../store/favorites.ts'
import { medicationToday } from '../workflows/medication-today.ts'

export const replaceFavorite = operation<PrescriptionsContext>()('replaceFavorite', {
  gather: async ({ body: { version, ...written } }, ports, context) => {
    const { caller, now, db } = context
    const { practitionerId } = caller
    if (practitionerId === null) throw notFound('no practitioner has no favorites')
    const { policy } = ports
    return {
      practitionerId,
      version,
      writing: { written, policy, ...medicationToday(ports, written.rxcui, now) },
      favorites: await readFavorites(db, context, practitionerId),
    }
  },
  decide: ({ path: { favoriteId } }, { practitionerId, version, writing, favorites: { all, listVersion } }) => {
    const before = all.find(({ id }) => id === favoriteId)
    if (before === undefined) throw notFound('favorite unknown')
    const others = all.filter(({ id }) => id !== favoriteId)
    const after = rewrittenFavorite(before, version, writing, others)
    return {
      writes: [replace(after), advanceList(practitionerId, listVersion)],
      answer: { status: 200, body: presentFavorite(after, writing) },
    }
  },
})
