import type { Medication, Pharmacy } from '../../generated/models.ts'
import { problem } from '../test-problem.ts'

const tablet = { code: 'C48542', unit: 'tablet' } as const
const capsule = { code: 'C48480', unit: 'capsule' } as const

const medicine = (
  rxcui: string,
  ingredient: { rxcui: string; name: string },
  strength: string,
  form: 'Oral Tablet' | 'Oral Capsule',
  schedule?: Medication['schedule'],
): Medication => ({
  rxcui,
  name: `${ingredient.name} ${strength} ${form}`,
  ingredients: [ingredient],
  form,
  strength,
  route: 'oral',
  quantityUnit: form === 'Oral Tablet' ? tablet : capsule,
  ...(schedule && { schedule }),
})

export const sampleLisinopril = medicine('314076', { rxcui: '29046', name: 'lisinopril' }, '10 MG', 'Oral Tablet')
export const sampleAmoxicillin = medicine('308191', { rxcui: '723', name: 'amoxicillin' }, '500 MG', 'Oral Capsule')
export const sampleMedications: readonly Medication[] = [
  sampleLisinopril,
  medicine('314077', { rxcui: '29046', name: 'lisinopril' }, '20 MG', 'Oral Tablet'),
  sampleAmoxicillin,
  medicine('308182', { rxcui: '723', name: 'amoxicillin' }, '250 MG', 'Oral Capsule'),
  medicine('197806', { rxcui: '5640', name: 'ibuprofen' }, '600 MG', 'Oral Tablet'),
  medicine('861007', { rxcui: '6809', name: 'metformin' }, '500 MG', 'Oral Tablet'),
  medicine('854873', { rxcui: '39993', name: 'zolpidem' }, '10 MG', 'Oral Tablet', 'IV'),
]

/** Throws `unknown_medication`. */
export const sampleMedication = (rxcui: string): Medication => {
  const found = sampleMedications.find((one) => one.rxcui === rxcui)
  if (!found) throw problem(422, 'unknown_medication')
  return found
}

const pharmacy = (id: string, name: string, line1: string, accepts: Pharmacy['accepts']): Pharmacy => ({
  id,
  npi: '1234567893',
  name,
  address: { line1, city: 'Sampleton', state: 'OH', postalCode: '00000' },
  phone: `555-01${id.slice(-2)}`,
  accepts,
})

export const samplePharmacies: readonly Pharmacy[] = [
  pharmacy('0000021', 'Sample Corner Pharmacy', '2 Example Street', ['new', 'renewal', 'change', 'cancel']),
  pharmacy('0000022', 'Placeholder Drugs', '90 Specimen Avenue', ['new', 'cancel']),
  pharmacy('0000023', 'Specimen Mail Pharmacy', '7 Example Park', ['new', 'renewal']),
]
