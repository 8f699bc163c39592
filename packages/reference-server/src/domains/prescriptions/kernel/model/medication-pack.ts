import type { components } from '@visitkit/contract'
import { vocabularies } from '@visitkit/contract/vocabularies'

export type Medication = components['schemas']['Medication']
export type Schedule = NonNullable<Medication['schedule']>
export type QuantityUnit = Medication['quantityUnit']

/** SCD is a clinical drug, SBD a branded one, as in RxNorm. */
export type TermType = 'SCD' | 'SBD'

/**
 * A dated set of medications that can be prescribed, in RxNorm's terms: shipped in packs/medications, or imported from the user's own
 * release.
 */
export interface MedicationPack {
  readonly effectiveFrom: string
  readonly effectiveTo: string | null
  readonly source: string
  /** The route and the unit of quantity of each dose form. Units are NCI codes. */
  readonly forms: Readonly<Record<string, { readonly route: Medication['route']; readonly unit: QuantityUnit }>>
  /** Names of ingredients by RxNorm concept. */
  readonly ingredients: Readonly<Record<string, string>>
  readonly medications: readonly {
    readonly rxcui: string
    readonly termType: TermType
    readonly name: string
    readonly ingredients: readonly string[]
    readonly form: string
    readonly strength: string
    readonly schedule?: Schedule
  }[]
}

const rxcui = /^[0-9]{1,8}$/
const routes: ReadonlySet<string> = new Set(vocabularies.MedicationRoute)
const units: ReadonlySet<string> = new Set(vocabularies.DoseUnit)
const schedules: readonly string[] = ['II', 'III', 'IV', 'V']

/** Faults that make a pack unusable, as texts for its author. Empty if it is valid. */
export const validateMedicationPack = (pack: MedicationPack): readonly string[] => {
  const faults: string[] = []
  const seen = new Set<string>()
  if (pack.source.trim() === '') faults.push('a pack names its source')
  for (const [code, name] of Object.entries(pack.ingredients))
    if (!rxcui.test(code) || name.trim() === '') faults.push(`ingredient ${code}: no RxNorm code or no name`)
  for (const [form, { route, unit }] of Object.entries(pack.forms))
    if (!routes.has(route) || !/^C[0-9]{3,7}$/.test(unit.code) || !units.has(unit.unit))
      faults.push(`form ${form}: a route, an NCI code and a unit of the contract are needed`)
  for (const each of pack.medications) {
    const refuse = (why: string): void => void faults.push(`medication ${each.rxcui}: ${why}`)
    if (!rxcui.test(each.rxcui)) refuse('no RxNorm code')
    if (seen.has(each.rxcui)) refuse('twice in the pack')
    seen.add(each.rxcui)
    if (each.termType !== 'SCD' && each.termType !== 'SBD') refuse('neither SCD nor SBD')
    if (each.name.trim() === '' || each.strength.trim() === '') refuse('no name or no strength')
    if (each.ingredients.length === 0 || each.ingredients.some((code) => !(code in pack.ingredients)))
      refuse('an ingredient without a name, or none')
    if (!(each.form in pack.forms)) refuse(`unknown form ${each.form}`)
    // A misspelled schedule would make the drug uncontrolled.
    if (each.schedule !== undefined && !schedules.includes(each.schedule)) refuse('schedule is II, III, IV or V')
  }
  return faults
}
