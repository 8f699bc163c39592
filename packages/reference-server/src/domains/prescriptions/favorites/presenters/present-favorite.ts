import type { components } from '@visitkit/contract'
import type { Favorite, MedicationToday } from '../model/favorite.ts'
import { renderDirections } from '../../kernel/model/render-directions.ts'

/** The favorite in the contract's shape, with the reason if it cannot be prescribed today. */
export const presentFavorite = (
  { id, version, content }: Favorite,
  { medication, controlled }: MedicationToday,
): components['schemas']['FavoritePrescription'] => {
  const { name, directions, quantity, daysSupply, refills, substitutionAllowed, noteToPharmacist } = content
  return {
    id,
    name,
    medication: medication ?? content.medication,
    directions,
    directionsText: renderDirections(directions),
    quantity,
    daysSupply,
    refills,
    substitutionAllowed,
    ...(noteToPharmacist !== undefined && { noteToPharmacist }),
    ...(medication === null
      ? { unusable: 'unknown_medication' as const }
      : controlled !== null && { unusable: 'controlled_substance' as const }),
    version,
  }
}
