import { allergyPartsOf, isOnly, mentions } from './allergy-words.ts'
import { allergyToClass, allergyToIngredient, unknownAllergy } from './findings.ts'
import type { KnownDrugs } from './known-drugs.ts'
import type { CheckedMedication, Finding, KnownAllergy } from './provider.ts'
import type { RuleSet } from './rule-set.ts'

export const allergyFindings = (
  rules: RuleSet,
  drugs: KnownDrugs,
  medication: CheckedMedication,
  allergies: readonly KnownAllergy[],
): Finding[] =>
  allergies.flatMap((allergy) =>
    allergyPartsOf(allergy).flatMap((part) =>
      findingsOf(rules, drugs, medication, part).map((finding) => ({ ...finding, with: allergy.name })),
    ),
  )

const findingsOf = (
  rules: RuleSet,
  drugs: KnownDrugs,
  medication: CheckedMedication,
  allergy: KnownAllergy,
): Finding[] => {
  const { severity, rxcui } = allergy
  const to = rxcui ?? allergy.name.toLowerCase()
  const same = medication.ingredients.find((each) => each.rxcui === rxcui || mentions(allergy.name, each.name))
  if (same) return [allergyToIngredient(allergy, same)]
  const allergic = rules.classes.filter(
    ({ ingredients, words }) =>
      (rxcui !== undefined && ingredients.includes(rxcui)) || words.some((word) => mentions(allergy.name, word)),
  )
  const taken = medication.ingredients.flatMap((each) => drugs.classesOf(each.rxcui))
  const shared = allergic.find(({ code }) => taken.some((each) => each.code === code))
  if (shared) return [allergyToClass(allergy, shared.code, shared.name)]
  const crossed = rules.crossAllergies.filter(
    ({ allergyTo, concerns }) =>
      allergic.some(({ code }) => code === allergyTo) && taken.some(({ code }) => code === concerns),
  )
  if (crossed.length > 0)
    return crossed.map(({ concerns, severity: cross, text }) => ({
      kind: 'allergy',
      severity: severity === 'severe' ? 'high' : cross,
      about: [to, concerns],
      text,
    }))
  const isUnderstood =
    allergic.length > 0 ||
    (rxcui !== undefined && drugs.isKnown(rxcui)) ||
    rules.notMedicines.some((word) => isOnly(allergy.name, word))
  return isUnderstood ? [] : [unknownAllergy(allergy)]
}
