import type { CreateFavorite } from '@visitkit/sdk'
import type { PastWorld } from './past-world.ts'

/** What Dr Oyelaran often prescribes in urgent care. */
const favorites: readonly CreateFavorite[] = [
  {
    name: 'Strep throat, adult',
    rxcui: '308191',
    directions: { dose: 1, doseUnit: 'capsule', route: 'oral', timing: { timesPerDay: 3 }, days: 10 },
    quantity: 30,
    daysSupply: 10,
    refills: 0,
    substitutionAllowed: true,
  },
  {
    name: 'Bladder infection',
    rxcui: '1648755',
    directions: { dose: 1, doseUnit: 'capsule', route: 'oral', timing: { timesPerDay: 2 }, days: 5, note: 'With food' },
    quantity: 10,
    daysSupply: 5,
    refills: 0,
    substitutionAllowed: true,
    noteToPharmacist: 'Please explain that the course is to be finished.',
  },
  {
    name: 'Hay fever',
    rxcui: '1014678',
    directions: { dose: 1, doseUnit: 'tablet', route: 'oral', timing: { timesPerDay: 1 }, asNeededFor: 'sneezing' },
    quantity: 30,
    daysSupply: 30,
    refills: 3,
    substitutionAllowed: true,
  },
]

/** Favorites with which anyone who tries the demo can start a prescription. */
export const createFavorites = async ({ people }: Pick<PastWorld, 'people'>): Promise<void> => {
  const practitioner = people.practitioner('grace.oyelaran')
  for (const favorite of favorites) await practitioner.favorites.create(favorite)
}
