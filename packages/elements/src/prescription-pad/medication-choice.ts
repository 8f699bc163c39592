import type { FavoritePrescription, Medication } from '@visitkit/sdk'

/** What the medicine field offers: a medicine, or a favorite that begins with one. */
export interface MedicationChoice {
  readonly medication: Medication
  readonly favorite?: FavoritePrescription
}

/** Favorites before medicines, and last the ones that cannot be used: the first is what Enter takes. */
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
