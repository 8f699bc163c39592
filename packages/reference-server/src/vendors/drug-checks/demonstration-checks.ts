import { readFile } from 'node:fs/promises'
import type { CheckedMedication, DrugChecks, Finding, KnownAllergy } from './provider.ts'
import { ruleSetFaults, type DrugClass, type RuleSet, type Side } from './rule-set.ts'

const shipped = new URL('../../../packs/medications/demonstration-rules.json', import.meta.url)

/** Throws if the rule set is invalid; the server then does not start. */
export const loadDemonstrationChecks = async (file: URL = shipped): Promise<DrugChecks> =>
  demonstrationChecks(JSON.parse(await readFile(file, 'utf8')) as RuleSet)

/**
 * Checks allergies, duplicates and interactions by the bundled rules. A DEMONSTRATION: a few pairs from every textbook, to show and test
 * the workflow from a finding to a reasoned decision. It is not a clinical knowledge base and must not be used for treatment.
 */
export const demonstrationChecks = (rules: RuleSet): DrugChecks => {
  const faults = ruleSetFaults(rules)
  if (faults.length > 0) throw new Error(`The rules use classes that are not defined: ${faults.join(', ')}.`)
  const classesOf = (ingredient: string): readonly DrugClass[] =>
    rules.classes.filter(({ ingredients }) => ingredients.includes(ingredient))
  return {
    name: 'Demonstration rules (not a clinical knowledge base)',
    check: async (medication, context) => [
      ...allergiesOf(rules, classesOf, medication, context.allergies ?? []),
      ...context.medications.flatMap((other) => duplicatesOf(classesOf, medication, other)),
      ...context.medications.flatMap((other) => interactionsOf(rules, medication, other)),
    ],
  }
}

type ClassesOf = (ingredient: string) => readonly DrugClass[]

const codesOf = ({ ingredients }: CheckedMedication): string[] => ingredients.map(({ rxcui }) => rxcui)

/** Matches beginnings of words: `penicillin` is found in `Penicillins` and in `allergic to penicillin`. */
const mentions = (text: string, word: string): boolean => {
  const at = ` ${text.toLowerCase()}`
  return at.includes(` ${word.toLowerCase()}`)
}

const allergiesOf = (
  rules: RuleSet,
  classesOf: ClassesOf,
  medication: CheckedMedication,
  allergies: readonly KnownAllergy[],
): Finding[] =>
  allergies.flatMap((allergy): Finding[] => {
    const { severity } = allergy
    const to = allergy.rxcui ?? allergy.name.toLowerCase()
    const same = medication.ingredients.find(
      ({ rxcui, name }) => rxcui === allergy.rxcui || mentions(allergy.name, name),
    )
    if (same)
      return [
        {
          kind: 'allergy',
          severity: severity === 'mild' ? 'moderate' : 'high',
          about: [to, same.rxcui],
          with: allergy.name,
          text: [
            { language: 'en', text: `The patient is allergic to ${same.name}, which is in this medicine.` },
            { language: 'es', text: `El paciente es alérgico a ${same.name}, que contiene este medicamento.` },
          ],
        },
      ]
    const allergic = rules.classes.filter(
      ({ ingredients, words }) =>
        (allergy.rxcui !== undefined && ingredients.includes(allergy.rxcui)) ||
        words.some((word) => mentions(allergy.name, word)),
    )
    const taken = codesOf(medication).flatMap(classesOf)
    const shared = allergic.find(({ code }) => taken.some((each) => each.code === code))
    if (shared)
      return [
        {
          kind: 'allergy',
          severity: severity === 'mild' ? 'moderate' : 'high',
          about: [to, shared.code],
          with: allergy.name,
          text: shared.name.map(({ language, text }) => ({
            language,
            text:
              language === 'es'
                ? `El paciente es alérgico a un medicamento del grupo: ${text}.`
                : `The patient is allergic to a medicine of this class: ${text}.`,
          })),
        },
      ]
    const crossed = rules.crossAllergies.filter(
      ({ allergyTo, concerns }) =>
        allergic.some(({ code }) => code === allergyTo) && taken.some(({ code }) => code === concerns),
    )
    if (crossed.length > 0)
      return crossed.map(({ concerns, severity: cross, text }) => ({
        kind: 'allergy',
        severity: severity === 'severe' ? 'high' : cross,
        about: [to, concerns],
        with: allergy.name,
        text,
      }))
    const isUnderstood =
      allergy.rxcui !== undefined ||
      allergic.length > 0 ||
      rules.notMedicines.some((word) => mentions(allergy.name, word))
    // Text that no rule recognizes was not checked, and must not appear to have been.
    return isUnderstood ? [] : [uncheckedAllergy(allergy.name)]
  })

const uncheckedAllergy = (name: string): Finding => ({
  kind: 'check-unavailable',
  severity: 'low',
  about: ['allergy', name.toLowerCase()],
  with: name,
  text: [
    { language: 'en', text: 'This allergy is written in words that could not be checked. Compare it yourself.' },
    { language: 'es', text: 'Esta alergia está escrita con palabras que no se pudieron comprobar. Compárela usted.' },
  ],
})

const duplicatesOf = (classesOf: ClassesOf, medication: CheckedMedication, other: CheckedMedication): Finding[] => {
  const same = medication.ingredients.find(({ rxcui }) => codesOf(other).includes(rxcui))
  if (same)
    return [
      {
        kind: 'duplicate',
        severity: 'high',
        about: [same.rxcui],
        with: other.name,
        text: [
          { language: 'en', text: `The patient takes ${same.name} already.` },
          { language: 'es', text: `El paciente ya toma ${same.name}.` },
        ],
      },
    ]
  const theirs = codesOf(other).flatMap(classesOf)
  const shared = codesOf(medication)
    .flatMap(classesOf)
    .find(({ code }) => theirs.some((each) => each.code === code))
  if (!shared) return []
  return [
    {
      kind: 'duplicate',
      severity: 'moderate',
      about: [...codesOf(medication), ...codesOf(other), shared.code],
      with: other.name,
      text: shared.name.map(({ language, text }) => ({
        language,
        text:
          language === 'es'
            ? `Otro medicamento del mismo grupo: ${text}.`
            : `Another medicine of the same class: ${text}.`,
      })),
    },
  ]
}

const interactionsOf = (rules: RuleSet, medication: CheckedMedication, other: CheckedMedication): Finding[] => {
  const isIn = (side: Side, codes: readonly string[]): boolean =>
    'ingredient' in side
      ? codes.includes(side.ingredient)
      : (rules.classes.find(({ code }) => code === side.class)?.ingredients.some((each) => codes.includes(each)) ??
        false)
  const [ours, theirs] = [codesOf(medication), codesOf(other)]
  return rules.interactions
    .filter(
      ({ between: [one, two] }) => (isIn(one, ours) && isIn(two, theirs)) || (isIn(two, ours) && isIn(one, theirs)),
    )
    .map(({ between, severity, text }) => ({
      kind: 'interaction',
      severity,
      // Includes the rule: two rules about one pair are two findings, each acknowledged with its own reason.
      about: [...between.map((side) => ('ingredient' in side ? side.ingredient : side.class)), ...theirs],
      with: other.name,
      text,
    }))
}
