import { operation } from '../../../../platform/contracts/operation.ts'
import { presentFavorite } from '../presenters/present-favorite.ts'
import { byName } from '../model/favorite.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { readFavorites } from '../store/favorites.ts'
import { medicationToday } from '../workflows/medication-today.ts'

export const listFavorites = operation<PrescriptionsContext>()('listFavorites', {
  read: async (_input, _, context, ports) => {
    const { practitionerId } = context.caller
    const all = practitionerId === null ? [] : (await readFavorites(context.db, context, practitionerId)).all
    const items = byName(all).map((each) =>
      presentFavorite(each, medicationToday(ports, each.content.medication.rxcui, context.now)),
    )
    return { status: 200, body: { items } }
  },
})
