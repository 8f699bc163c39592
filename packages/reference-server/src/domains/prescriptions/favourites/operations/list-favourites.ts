import { operation } from '../../../../platform/contracts/operation.ts'
import { describeFavourite } from '../presenters/describe-favourite.ts'
import { byName } from '../model/favourite.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { favouritesOf } from '../store/favourites.ts'
import { medicineToday } from '../workflows/medicine-today.ts'

export const listFavourites = operation<PrescriptionsContext>()('listFavourites', {
  read: async (_input, _, reading, ports) => {
    const { practitionerId } = reading.caller
    const all = practitionerId === null ? [] : await favouritesOf(reading.db, reading, practitionerId)
    const items = byName(all).map((each) =>
      describeFavourite(each, medicineToday(ports, each.content.medication.rxcui, reading.now)),
    )
    return { status: 200, body: { items } }
  },
})
