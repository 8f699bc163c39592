import { operation } from '../../../platform/http/operation.ts'
import type { PrescriptionsContext } from '../ports.ts'
import { favouritesOf } from '../store/favourites.ts'

export const listFavouriteMedications = operation<PrescriptionsContext>()('listFavouriteMedications', {
  read: async (_input, _, reading, ports) => {
    const { practitionerId } = reading.caller
    const codes = practitionerId === null ? [] : await favouritesOf(reading.db, reading, practitionerId)
    // One that left the set cannot be prescribed any more.
    return { status: 200, body: { items: codes.flatMap((rxcui) => ports.medications.find(rxcui)?.medication ?? []) } }
  },
})
