import type { SampleWorld, TestHandlers } from '@visitkit/sdk/testing'

/** A favorite from before it was known what fits a medication: a cream by the tablet, in the nose. */
export const oldFavorite = (world: SampleWorld): TestHandlers => ({
  listFavorites: async () => {
    const client = world.client('practitioner')
    const [cream] = (await client.medications.search({ search: 'hydrocortisone' })).items
    const { items } = await client.favorites.list()
    return {
      items: items.slice(0, 1).map(({ noteToPharmacist: _note, ...one }) => ({
        ...{ ...one, id: 'favorite-rash', name: 'Rash', medication: cream ?? one.medication, quantity: 30 },
        directions: { dose: 1, doseUnit: 'tablet', route: 'nasal', timing: { timesPerDay: 2 } },
      })),
    }
  },
})
