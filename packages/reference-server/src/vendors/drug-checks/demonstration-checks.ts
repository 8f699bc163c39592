import { readFile } from 'node:fs/promises'
import { allergyFindings } from './check-allergies.ts'
import { knownDrugs, type KnownDrugs } from './known-drugs.ts'
import { duplicateOfClass, duplicateOfIngredient, unknownMedicine } from './findings.ts'
import type { CheckedMedication, CheckSource, DrugChecks, Finding } from './provider.ts'
import { ruleSetFaults, type RuleSet, type Side } from './rule-set.ts'

const shipped = new URL('../../../packs/medications/demonstration-rules.json', import.meta.url)

/** Stored with each alert, and shown with it. */
const source: CheckSource = {
  covers: 'rules',
  name: 'Demonstration rules (not a clinical knowledge base)',
  isDemonstration: true,
}

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
    name: source.name,
    sources: [source],
    check: async (medication, context) =>
      [
        ...[medication, ...context.medications]
          .filter((each) => !drugs.covers(each))
          .map((each) => unknownMedicine(medication, each)),
        ...allergyFindings(rules, drugs, medication, context.allergies ?? []),
        ...context.medications.flatMap((other) => duplicatesOf(drugs, medication, other)),
        ...context.medications.flatMap((other) => interactionsOf(rules, medication, other)),
      ].map((finding) => ({ ...finding, source })),
  }
}

const codesOf = ({ ingredients }: CheckedMedication): string[] => ingredients.map(({ rxcui }) => rxcui)

const duplicatesOf = (
  { classesOf }: KnownDrugs,
  medication: CheckedMedication,
  other: CheckedMedication,
): Finding[] => {
  const same = medication.ingredients.find(({ rxcui }) => codesOf(other).includes(rxcui))
  if (same) return [duplicateOfIngredient(same, other)]
  const theirs = codesOf(other).flatMap((code) => classesOf(code))
  const shared = codesOf(medication)
    .flatMap((code) => classesOf(code))
    .find(({ code }) => theirs.some((each) => each.code === code))
  if (!shared) return []
  return [duplicateOfClass([...codesOf(medication), ...codesOf(other), shared.code], shared.name, other)]
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
