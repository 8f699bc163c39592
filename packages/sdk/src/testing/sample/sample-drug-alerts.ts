import type { Directions, DrugKnowledgeSource, Medication, PrescriptionAlert } from '../../generated/models.ts'
import { sampleMedication } from './sample-medications.ts'
import { both } from './sample-texts.ts'

/** As on a server without imported knowledge. */
export const sampleDrugKnowledge: DrugKnowledgeSource = {
  covers: 'rules',
  name: 'Demonstration rules (not a clinical knowledge base)',
  isDemonstration: true,
}

/** What the checks find for the sample patient, who is allergic to penicillin and takes lisinopril. */
export const sampleDrugAlerts = (rxcui: string): PrescriptionAlert[] => {
  const { ingredients } = sampleMedication(rxcui)
  const has = (name: string) => ingredients.some((one) => one.name === name)
  return [
    ...(has('amoxicillin')
      ? [
          {
            id: 'allergy-7980',
            kind: 'allergy' as const,
            severity: 'high' as const,
            with: 'Penicillin',
            text: both(
              'The patient is allergic to penicillin: rash over the whole body. Amoxicillin is a penicillin.',
              'El paciente es alérgico a la penicilina: sarpullido en todo el cuerpo. La amoxicilina es una penicilina.',
            ),
          },
        ]
      : []),
    ...(has('ibuprofen')
      ? [
          {
            id: 'interaction-29046-5640',
            kind: 'interaction' as const,
            severity: 'moderate' as const,
            with: 'lisinopril 10 MG Oral Tablet',
            text: both(
              'Ibuprofen can weaken lisinopril and harm the kidneys when they are taken together.',
              'El ibuprofeno puede debilitar el lisinopril y dañar los riñones si se toman juntos.',
            ),
          },
        ]
      : []),
    ...(has('lisinopril')
      ? [
          {
            id: 'duplicate-29046',
            kind: 'duplicate' as const,
            severity: 'low' as const,
            with: 'lisinopril 10 MG Oral Tablet',
            text: both('The patient takes lisinopril already.', 'El paciente ya toma lisinopril.'),
          },
        ]
      : []),
  ]
}

/** Directions that do not fit the form, and a quantity that cannot be compared with them. */
export const sampleFitAlerts = (
  { doseUnits = [], routes = [], quantityUnit }: Medication,
  { doseUnit, route }: Directions,
): PrescriptionAlert[] => {
  const fitting = doseUnits.find(({ unit }) => unit === doseUnit)
  const unfit = { kind: 'directions-unfit', severity: 'high' } as const
  return [
    ...(fitting
      ? []
      : [
          {
            ...{ ...unfit, id: `unit-${doseUnit}` },
            text: [
              ...both(
                'The unit of the dose does not fit the form of this medicine.',
                'La unidad de la dosis no corresponde a la forma de este medicamento.',
              ),
              { language: 'ar', text: 'وحدة الجرعة لا تناسب شكل هذا الدواء.' },
            ],
          },
        ]),
    ...(routes.includes(route)
      ? []
      : [
          {
            ...{ ...unfit, id: `route-${route}` },
            text: [
              ...both(
                'This route does not fit the form of this medicine.',
                'Esta vía no corresponde a la forma de este medicamento.',
              ),
              { language: 'ar', text: 'طريقة الاستعمال لا تناسب شكل هذا الدواء.' },
            ],
          },
        ]),
    ...(doseUnit === quantityUnit.unit || fitting?.perQuantityUnit !== undefined
      ? []
      : [
          {
            ...({ id: `quantity-${doseUnit}`, kind: 'quantity-unchecked', severity: 'low' } as const),
            text: [
              ...both(
                'The quantity could not be compared with the doses. Check it yourself.',
                'No se pudo comparar la cantidad con las dosis. Compruébela usted.',
              ),
              { language: 'ar', text: 'تعذرت مقارنة الكمية بالجرعات. تحقق منها بنفسك.' },
            ],
          },
        ]),
  ]
}
