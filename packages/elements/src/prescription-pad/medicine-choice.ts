import type { FavouritePrescription, Medication } from '@visitkit/sdk'

/** What the medicine field offers: a medicine, or a favourite that begins with one. */
export interface MedicineChoice {
  readonly medication: Medication
  readonly favourite?: FavouritePrescription
}

/** Favourites before medicines, and last the ones that cannot be used: the first is what Enter takes. */
export const medicineChoices = (
  favourites: readonly FavouritePrescription[],
  medications: readonly Medication[],
): readonly MedicineChoice[] => {
  const choices = favourites.map((favourite): MedicineChoice => ({ favourite, medication: favourite.medication }))
  return [
    ...choices.filter(({ favourite }) => !favourite?.unusable),
    ...medications.map((medication): MedicineChoice => ({ medication })),
    ...choices.filter(({ favourite }) => favourite?.unusable),
  ]
}
