import { readFile } from 'node:fs/promises'
import { allergyFindings } from './check-allergies.ts'
import { knownDrugs, type KnownDrugs } from './known-drugs.ts'
import type { CheckedMedication, DrugChecks, Finding } from './provider.ts'
import { ruleSetFaults, type RuleSet, type Side } from './rule-set.ts'

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
  const drugs = knownDrugs(rules)
  return {
    name: 'Demonstration rules (not a clinical knowledge base)',
    check: async (medication, context) => [
      ...unknownMedicines(drugs, medication, context.medications),
      ...allergyFindings(rules, drugs, medication, context.allergies ?? []),
      ...context.medications.flatMap((other) => duplicatesOf(drugs, medication, other)),
      ...context.medications.flatMap((other) => interactionsOf(rules, medication, other)),
    ],
  }
}

const codesOf = ({ ingredients }: CheckedMedication): string[] => ingredients.map(({ rxcui }) => rxcui)

/** An unknown medicine, prescribed now or taken already, was compared with nothing but its own ingredients. */
const unknownMedicines = (
  { covers }: KnownDrugs,
  medication: CheckedMedication,
  taken: readonly CheckedMedication[],
): Finding[] =>
  [medication, ...taken]
    .filter((each) => !covers(each))
    .map(({ rxcui, name }) => ({
      kind: 'check-unavailable',
      severity: 'moderate',
      about: ['medication', rxcui],
      ...(rxcui !== medication.rxcui && { with: name }),
      text: [
        {
          language: 'en',
          text: `This medicine is not known to the checks: ${name}. Compare allergies and interactions yourself.`,
        },
        {
          language: 'es',
          text: `Las comprobaciones no conocen este medicamento: ${name}. Compare usted las alergias y las interacciones.`,
        },
        { language: 'ar', text: `لا تعرف الفحوص هذا الدواء: ${name}. قارن الحساسيات والتداخلات بنفسك.` },
      ],
    }))

const duplicatesOf = (
  { classesOf }: KnownDrugs,
  medication: CheckedMedication,
  other: CheckedMedication,
): Finding[] => {
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
  const theirs = codesOf(other).flatMap((code) => classesOf(code))
  const shared = codesOf(medication)
    .flatMap((code) => classesOf(code))
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
