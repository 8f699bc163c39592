import type { FavoritePrescription, Medication } from '@visitkit/sdk'

/** An option of the medication field: a medication, or a favorite with one. */
export interface MedicationChoice {
  readonly medication: Medication
  readonly favorite?: FavoritePrescription
}

/** Favorites before medications, and unusable ones last: Enter selects the first. */
export const medicationChoices = (
  favorites: readonly FavoritePrescription[],
  medications: readonly Medication[],
): readonly MedicationChoice[] => {
  const choices = favorites.map((favorite): MedicationChoice => ({ favorite, medication: favorite.medication }))
  return [
    ...choices.filter(({ favorite }) => !favorite?.unusable),
    ...medications.map((medication): MedicationChoice => ({ medication })),
    ...choices.filter(({ favorite }) => favorite?.unusable),
  ]
}
