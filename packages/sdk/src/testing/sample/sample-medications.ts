import type { Medication, MedicationDoseUnit, MedicationRoute, Pharmacy } from '../../generated/models.ts'
import { problem } from '../test-problem.ts'

const tablet = { code: 'C48542', unit: 'tablet' } as const
const capsule = { code: 'C48480', unit: 'capsule' } as const

const fits = (route: MedicationRoute, ...doseUnits: MedicationDoseUnit[]) => ({ route, routes: [route], doseUnits })

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
  ...fits('oral', { unit: form === 'Oral Tablet' ? 'tablet' : 'capsule', perQuantityUnit: 1 }),
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
  {
    rxcui: '2123111',
    name: '200 ACTUAT albuterol 0.09 MG/ACTUAT Metered Dose Inhaler',
    ingredients: [{ rxcui: '435', name: 'albuterol' }],
    form: 'Metered Dose Inhaler',
    strength: '0.09 MG/ACTUAT',
    ...fits('inhalation', { unit: 'puff', perQuantityUnit: 200 }),
    quantityUnit: { code: 'C64933', unit: 'inhaler' },
  },
  {
    rxcui: '106258',
    name: 'hydrocortisone 10 MG/ML Topical Cream',
    ingredients: [{ rxcui: '5492', name: 'hydrocortisone' }],
    form: 'Topical Cream',
    strength: '10 MG/ML',
    ...fits('topical', { unit: 'g', perQuantityUnit: 1 }, { unit: 'application' }),
    quantityUnit: { code: 'C48155', unit: 'g' },
  },
  {
    rxcui: '311041',
    name: 'insulin glargine 100 UNT/ML Injectable Solution',
    ingredients: [{ rxcui: '274783', name: 'insulin glargine' }],
    form: 'Injectable Solution',
    strength: '100 UNT/ML',
    ...fits('injection', { unit: 'unit', perQuantityUnit: 100 }, { unit: 'mL', perQuantityUnit: 1 }),
    routes: ['injection', 'subcutaneous'],
    quantityUnit: { code: 'C28254', unit: 'mL' },
  },
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
