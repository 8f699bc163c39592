import type { FavoritePrescription, CreateFavorite } from '../../generated/models.ts'
import { problem } from '../test-problem.ts'
import { sampleDirectionsText } from './sample-directions-text.ts'
import type { SampleDomain } from './sample-domain.ts'
import { sampleAmoxicillin, sampleLisinopril, sampleMedication } from './sample-medications.ts'
import { find } from './sample-state.ts'

const maxFavorites = 100

/** The practitioner's favorite prescriptions. */
export const favoritesSample: SampleDomain = ({ newId }) => {
  const create = (
    id: string,
    { rxcui, ...body }: CreateFavorite,
    version: number,
    existing?: string,
  ): FavoritePrescription => {
    const medication = sampleMedication(rxcui)
    if (medication.schedule && rxcui !== existing) throw problem(403, 'controlled_substance')
    const normalize = (name: string): string => name.trim().toLowerCase()
    if (favorites.some((other) => other.id !== id && normalize(other.name) === normalize(body.name)))
      throw problem(409, 'favorite_name_taken')
    return {
      ...{ id, ...body, name: body.name.trim(), medication, version },
      directionsText: sampleDirectionsText(body.directions),
      ...(medication.schedule && { unusable: 'controlled_substance' as const }),
    }
  }
  const favorites: FavoritePrescription[] = []
  favorites.push(
    create(
      'favorite-strep',
      {
        name: 'Strep throat, adult',
        rxcui: sampleAmoxicillin.rxcui,
        directions: { dose: 1, doseUnit: 'capsule', route: 'oral', timing: { timesPerDay: 3 }, days: 10 },
        quantity: 30,
        daysSupply: 10,
        refills: 0,
        substitutionAllowed: true,
      },
      1,
    ),
    create(
      'favorite-pressure',
      {
        name: 'Blood pressure, first step',
        rxcui: sampleLisinopril.rxcui,
        directions: { dose: 1, doseUnit: 'tablet', route: 'oral', timing: { timesPerDay: 1 }, note: 'In the morning' },
        quantity: 90,
        daysSupply: 90,
        refills: 3,
        substitutionAllowed: true,
        noteToPharmacist: 'Please show how to take a reading at home.',
      },
      1,
    ),
  )
  const byName = new Intl.Collator('en', { numeric: true })

  return () => ({
    listFavorites: () => ({ items: favorites.toSorted((a, b) => byName.compare(a.name, b.name)) }),
    createFavorite: ({ body }) => {
      if (favorites.length >= maxFavorites) return problem(409, 'too_many_favorites')
      const created = create(newId('favorite'), body, 1)
      favorites.push(created)
      return created
    },
    replaceFavorite: ({ path, body: { version, ...body } }) => {
      const before = find(favorites, path.favoriteId)
      if (before.version !== version) return problem(409, 'version_conflict')
      const after = create(before.id, body, version + 1, before.medication.rxcui)
      favorites.splice(favorites.indexOf(before), 1, after)
      return after
    },
    removeFavorite: ({ path }) => {
      favorites.splice(favorites.indexOf(find(favorites, path.favoriteId)), 1)
    },
  })
}
