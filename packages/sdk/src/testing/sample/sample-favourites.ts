import type { FavouritePrescription, KeepFavourite } from '../../generated/models.ts'
import { problem } from '../test-problem.ts'
import { sampleDirectionsText } from './sample-directions-text.ts'
import type { SampleDomain } from './sample-domain.ts'
import { sampleAmoxicillin, sampleLisinopril, sampleMedication } from './sample-medications.ts'
import { find } from './sample-state.ts'

const most = 100

/** What the practitioner prescribes again and again. */
export const favouritesSample: SampleDomain = ({ newId }) => {
  const make = (
    id: string,
    { rxcui, ...body }: KeepFavourite,
    version: number,
    had?: string,
  ): FavouritePrescription => {
    const medication = sampleMedication(rxcui)
    if (medication.schedule && rxcui !== had) throw problem(403, 'controlled_substance')
    const heard = (name: string): string => name.trim().toLowerCase()
    if (favourites.some((other) => other.id !== id && heard(other.name) === heard(body.name)))
      throw problem(409, 'favourite_name_taken')
    return {
      ...{ id, ...body, name: body.name.trim(), medication, version },
      directionsText: sampleDirectionsText(body.directions),
      ...(medication.schedule && { unusable: 'controlled_substance' as const }),
    }
  }
  const favourites: FavouritePrescription[] = []
  favourites.push(
    make(
      'favourite-strep',
      {
        name: 'Strep throat, adult',
        rxcui: sampleAmoxicillin.rxcui,
        directions: { dose: 1, doseUnit: 'capsule', route: 'oral', timing: { timesADay: 3 }, days: 10 },
        quantity: 30,
        daysSupply: 10,
        refills: 0,
        substitutionAllowed: true,
      },
      1,
    ),
    make(
      'favourite-pressure',
      {
        name: 'Blood pressure, first step',
        rxcui: sampleLisinopril.rxcui,
        directions: { dose: 1, doseUnit: 'tablet', route: 'oral', timing: { timesADay: 1 }, note: 'In the morning' },
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
    listFavourites: () => ({ items: favourites.toSorted((a, b) => byName.compare(a.name, b.name)) }),
    keepFavourite: ({ body }) => {
      if (favourites.length >= most) return problem(409, 'favourites_full')
      const kept = make(newId('favourite'), body, 1)
      favourites.push(kept)
      return kept
    },
    replaceFavourite: ({ path, body: { version, ...body } }) => {
      const before = find(favourites, path.favouriteId)
      if (before.version !== version) return problem(409, 'version_conflict')
      const after = make(before.id, body, version + 1, before.medication.rxcui)
      favourites.splice(favourites.indexOf(before), 1, after)
      return after
    },
    removeFavourite: ({ path }) => {
      favourites.splice(favourites.indexOf(find(favourites, path.favouriteId)), 1)
    },
  })
}
