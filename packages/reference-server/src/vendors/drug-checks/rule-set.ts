import type { components } from '@visitkit/contract'
import type { Alert } from './provider.ts'

type LocalizedText = components['schemas']['LocalizedText']

export interface DrugClass {
  readonly code: string
  readonly name: readonly LocalizedText[]
  /** RxNorm ingredients. */
  readonly ingredients: readonly string[]
  /** Beginnings of words that identify an allergy to the class in text; those of at most five letters are whole words. */
  readonly words: readonly string[]
}

export type Side = { readonly ingredient: string } | { readonly class: string }

/** The format of the rule set in packs/medications. */
export interface RuleSet {
  readonly source: string
  readonly classes: readonly DrugClass[]
  readonly crossAllergies: readonly {
    readonly allergyTo: string
    readonly concerns: string
    readonly severity: Alert['severity']
    readonly text: readonly LocalizedText[]
  }[]
  readonly interactions: readonly {
    readonly between: readonly [Side, Side]
    readonly severity: Alert['severity']
    readonly text: readonly LocalizedText[]
  }[]
  /** Allergies that no medication of the set can cause, in common wording. */
  readonly notMedicines: readonly string[]
}

/** Names of classes that a rule uses and that are undefined. Empty for a valid set. */
export const ruleSetFaults = ({ classes, crossAllergies, interactions }: RuleSet): readonly string[] => {
  const known = new Set(classes.map(({ code }) => code))
  const used = [
    ...crossAllergies.flatMap(({ allergyTo, concerns }) => [allergyTo, concerns]),
    ...interactions.flatMap(({ between }) => between.flatMap((side) => ('class' in side ? [side.class] : []))),
  ]
  return [...new Set(used.filter((code) => !known.has(code)))]
}
