import type { FavouritePrescription, Medication } from '@visitkit/sdk'

/** What the medicine field offers: a medicine, or a favourite that begins with one. */
export interface MedicationChoice {
  readonly medication: Medication
  readonly favorite?: FavouritePrescription
}

/** Favourites before medicines, and last the ones that cannot be used: the first is what Enter takes. */
export const medicationChoices = (
  favorites: readonly FavouritePrescription[],
  medications: readonly Medication[],
): readonly MedicationChoice[] => {
  const choices = favorites.map((favorite): MedicationChoice => ({ favorite, medication: favorite.medication }))
  return [
    ...choices.filter(({ favorite }) => !favorite?.unusable),
    ...medications.map((medication): MedicationChoice => ({ medication })),
    ...choices.filter(({ favorite }) => favorite?.unusable),
  ]
}
