import { alertOf } from '../../../../vendors/drug-checks/check-medication.ts'
import type { Finding } from '../../../../vendors/drug-checks/provider.ts'
import { doseUnits, routes } from '../../kernel/model/directions-words.ts'
import type { Medication } from '../../kernel/model/medication-pack.ts'
import type { Alert, Directions } from '../../kernel/model/prescription.ts'
import { perQuantityUnit, type Amounts } from './validate-amounts.ts'

/**
 * What does not fit the form of the medication, and what cannot be compared with it. Each needs a reason before the signature: a unit or a
 * route that is not expected may be meant, but is more often an error.
 */
export const fitAlerts = (
  medication: Medication,
  amounts: Pick<Amounts, 'directions' | 'quantity' | 'daysSupply'>,
): readonly Alert[] =>
  [...formFindings(medication, amounts.directions), ...quantityFindings(medication, amounts)].map((finding) =>
    alertOf(medication.rxcui, finding),
  )

const formFindings = (
  { form, doseUnits: units, routes: ways }: Medication,
  { doseUnit, route }: Directions,
): readonly Finding[] => {
  if (units === undefined || ways === undefined) return [unknownForm(form, doseUnit, route)]
  return [
    ...(units.some(({ unit }) => unit === doseUnit) ? [] : [unfitUnit(doseUnit)]),
    ...(ways.includes(route) ? [] : [unfitRoute(route)]),
  ]
}

const unfit = { kind: 'directions-unfit', severity: 'high' } as const

const unknownForm = (form: string, doseUnit: Directions['doseUnit'], route: Directions['route']): Finding => ({
  ...unfit,
  about: ['form', form, doseUnit, route],
  text: [
    {
      language: 'en',
      text: 'The form of this medicine is not known here. Check yourself that unit and route fit it.',
    },
    {
      language: 'es',
      text: 'Aquí no se conoce la forma de este medicamento. Compruebe usted que la unidad y la vía son adecuadas.',
    },
    {
      language: 'ar',
      text: 'شكل هذا الدواء غير معروف هنا. تحقق بنفسك من أن الوحدة وطريقة الاستعمال تناسبانه.',
    },
  ],
})

const unfitUnit = (doseUnit: Directions['doseUnit']): Finding => ({
  ...unfit,
  about: ['unit', doseUnit],
  text: [
    { language: 'en', text: `A dose in ${doseUnits[doseUnit].en[1]} does not fit the form of this medicine.` },
    {
      language: 'es',
      text: `Una dosis en ${doseUnits[doseUnit].es[1]} no corresponde a la forma de este medicamento.`,
    },
    { language: 'ar', text: 'وحدة الجرعة لا تناسب شكل هذا الدواء.' },
  ],
})

const unfitRoute = (route: Directions['route']): Finding => ({
  ...unfit,
  about: ['route', route],
  text: [
    { language: 'en', text: `“${wayOf(route, 'en')}” does not fit the form of this medicine.` },
    { language: 'es', text: `«${wayOf(route, 'es')}» no corresponde a la forma de este medicamento.` },
    { language: 'ar', text: 'طريقة الاستعمال لا تناسب شكل هذا الدواء.' },
  ],
})

/** `Take by mouth` */
const wayOf = (route: Directions['route'], language: 'en' | 'es'): string => routes[route][language].join(' ').trim()

const quantityFindings = (
  medication: Medication,
  { directions, quantity, daysSupply }: Pick<Amounts, 'directions' | 'quantity' | 'daysSupply'>,
): readonly Finding[] => {
  const { dose, doseUnit, timing, days, maximum } = directions
  if (perQuantityUnit(medication, doseUnit) !== null) return []
  const [ours, theirs] = [doseUnits[doseUnit], doseUnits[medication.quantityUnit.unit]]
  return [
    {
      kind: 'quantity-unchecked',
      severity: 'low',
      // A reason for one quantity is none for another.
      about: [
        'quantity',
        doseUnit,
        JSON.stringify([dose, timing, days ?? null, quantity, daysSupply, ...(maximum ? [maximum] : [])]),
      ],
      text: [
        {
          language: 'en',
          text: `The quantity in ${theirs.en[1]} could not be compared with doses in ${ours.en[1]}. Check it yourself.`,
        },
        {
          language: 'es',
          text: `No se pudo comparar la cantidad en ${theirs.es[1]} con dosis en ${ours.es[1]}. Compruébela usted.`,
        },
        { language: 'ar', text: 'تعذرت مقارنة الكمية بالجرعات. تحقق منها بنفسك.' },
      ],
    },
  ]
}
