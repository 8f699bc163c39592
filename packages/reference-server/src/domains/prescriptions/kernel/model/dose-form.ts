import type { components } from '@visitkit/contract'
import type { Medication } from './medication-pack.ts'

type Schemas = components['schemas']
type DoseUnit = Schemas['DoseUnit']

/** What fits a dose form. The usual unit and the usual route come first. */
interface DoseForm {
  readonly doseUnits: readonly DoseUnit[]
  readonly routes: readonly Schemas['MedicationRoute'][]
}

const tablet: DoseForm = { doseUnits: ['tablet'], routes: ['oral'] }
const capsule: DoseForm = { doseUnits: ['capsule'], routes: ['oral'] }
const oralLiquid: DoseForm = { doseUnits: ['mL'], routes: ['oral'] }
const forSkin: DoseForm = { doseUnits: ['g', 'application'], routes: ['topical'] }

/**
 * RxNorm dose forms with all units and routes that fit them. Closed: directions for another form, or with another unit or route, need a
 * reason before they are signed. Oral liquids are measured in mL only, as ISMP recommends.
 */
const doseForms: ReadonlyMap<string, DoseForm> = new Map([
  ['Oral Tablet', tablet],
  ['Oral Capsule', capsule],
  ['Delayed Release Oral Capsule', capsule],
  ['Delayed Release Oral Tablet', tablet],
  ['Extended Release Oral Tablet', tablet],
  ['Extended Release Oral Capsule', capsule],
  ['Disintegrating Oral Tablet', tablet],
  ['Chewable Tablet', tablet],
  ['Sublingual Tablet', { doseUnits: ['tablet'], routes: ['sublingual'] }],
  ['Oral Suspension', oralLiquid],
  ['Oral Solution', oralLiquid],
  ['Injectable Solution', { doseUnits: ['unit', 'mL', 'mg'], routes: ['injection', 'subcutaneous'] }],
  ['Topical Cream', forSkin],
  ['Topical Ointment', forSkin],
  ['Topical Gel', { ...forSkin, routes: ['topical', 'transdermal'] }],
  ['Ophthalmic Solution', { doseUnits: ['drop'], routes: ['ophthalmic'] }],
  ['Otic Solution', { doseUnits: ['drop'], routes: ['otic'] }],
  ['Metered Dose Inhaler', { doseUnits: ['puff'], routes: ['inhalation'] }],
  ['Metered Dose Nasal Spray', { doseUnits: ['spray'], routes: ['nasal'] }],
])

/** What fits the form of a medication; nothing if the form is not in the table. */
export const fitsOf = (
  medication: Pick<Medication, 'form' | 'name' | 'strength' | 'quantityUnit'>,
): Pick<Medication, 'doseUnits' | 'routes'> => {
  const form = doseForms.get(medication.form)
  if (form === undefined) return {}
  const doseUnits = form.doseUnits.flatMap((unit): Schemas['MedicationDoseUnit'][] => {
    const perQuantityUnit = perQuantityUnitOf(medication, unit)
    // A liquid has doses in mg or in units only if its strength is stated in them.
    if (perQuantityUnit === null) return unit in strengths ? [] : [{ unit }]
    return [{ unit, perQuantityUnit }]
  })
  return { doseUnits, routes: [...form.routes] }
}

/** The strength of one mL, as RxNorm writes it. */
const strengths: Partial<Record<DoseUnit, RegExp>> = {
  mg: /^([0-9]+(?:\.[0-9]+)?) MG\/ML$/,
  unit: /^([0-9]+(?:\.[0-9]+)?) UNT\/ML$/,
}

/** The actuations of one container: RxNorm writes them before the ingredient, `200 ACTUAT albuterol`. */
const actuations = /(?:^| )([0-9]+) ACTUAT /

const perQuantityUnitOf = (
  { name, strength, quantityUnit }: Pick<Medication, 'name' | 'strength' | 'quantityUnit'>,
  unit: DoseUnit,
): number | null => {
  if (unit === quantityUnit.unit) return 1
  if (unit === 'puff' || unit === 'spray') return countIn(name, actuations)
  return quantityUnit.unit === 'mL' ? countIn(strength, strengths[unit]) : null
}

const countIn = (text: string, pattern: RegExp | undefined): number | null => {
  const [, count] = pattern?.exec(text) ?? []
  return count === undefined || Number(count) === 0 ? null : Number(count)
}
