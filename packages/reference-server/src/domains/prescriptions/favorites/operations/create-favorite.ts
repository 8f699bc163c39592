import { operation } from '../../../../platform/contracts/operation.ts'
import { presentFavorite } from '../presenters/present-favorite.ts'
import { newFavorite } from '../model/favorite.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { notAPrescriber } from '../../problems.ts'
import { advanceList } from '../../kernel/store/list-versions.ts'
import { insertFavorite, readFavorites } from '../store/favorites.ts'
import { medicationToday } from '../workflows/medication-today.ts'

export const createFavorite = operation<PrescriptionsContext>()('createFavorite', {
  gather: async ({ body }, ports, context) => {
    const { caller, now, db } = context
    const { practitionerId } = caller
    if (practitionerId === null) throw notAPrescriber()
    const { policy } = ports
    return {
      practitionerId,
      writing: { written: body, policy, ...medicationToday(ports, body.rxcui, now) },
      favorites: await readFavorites(db, context, practitionerId),
    }
  },
  // A list that has changed may have its name by now, or be full.
  decide: (_, { practitionerId, writing, favorites: { all, listVersion } }, { newId }) => {
    const created = newFavorite(newId(), writing, all)
    return {
      writes: [insertFavorite(created, practitionerId), advanceList(practitionerId, listVersion)],
      answer: { status: 201, body: presentFavorite(created, writing) },
    }
  },
})
