import type { PlaceOfService } from '../../kernel/model/claim.ts'

/**
 * The place of service of a visit, from the patient's reported location: 10 for their own home, 02 for anywhere else, 11 if both were in
 * the office. Null for a telehealth visit without a reported location. Some payers' bulletins swap 02 and 10; the CMS list (place of
 * service code set, 2022-01-01) applies. Never entered by a person.
 */
export const placeOfService = (
  modality: 'video' | 'audio' | 'in-person',
  location: { readonly kind: 'home' | 'other' } | null,
): PlaceOfService | null => {
  if (modality === 'in-person') return '11'
  if (location === null) return null
  return location.kind === 'home' ? '10' : '02'
}
