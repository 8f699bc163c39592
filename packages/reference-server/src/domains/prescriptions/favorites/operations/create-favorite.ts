import { operation } from '../../../../platform/contracts/operation.ts'
import { presentFavorite } from '../presenters/present-favorite.ts'
import { newFavorite } from '../model/favorite.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { notAPrescriber } from '../../problems.ts'
import { listFavoritesByPractitioner, insertFavorite, lockFavorites } from '../store/favorites.ts'
import { medicationToday } from '../workflows/medication-today.ts'

export const createFavorite = operation<PrescriptionsContext>()('createFavorite', {
  gather: async ({ body }, ports, { caller: { practitionerId }, now }) => {
    if (practitionerId === null) throw notAPrescriber()
    const { policy } = ports
    return { practitionerId, writing: { written: body, policy, ...medicationToday(ports, body.rxcui, now) } }
  },
  keep: async (_, { practitionerId, writing }, context) => {
    const { tx } = context
    await lockFavorites(tx, context, practitionerId)
    const created = newFavorite(
      context.newId(),
      writing,
      await listFavoritesByPractitioner(tx, context, practitionerId),
    )
    await insertFavorite(tx, context, practitionerId, created)
    return { status: 201, body: presentFavorite(created, writing) }
  },
})
