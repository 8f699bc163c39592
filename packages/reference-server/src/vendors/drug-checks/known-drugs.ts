import type { CheckedMedication } from './provider.ts'
import type { DrugClass, RuleSet } from './rule-set.ts'

/** What a rule set says something about. Everything else was not checked, and must not appear to have been. */
export interface KnownDrugs {
  classesOf(ingredient: string): readonly DrugClass[]
  isKnown(ingredient: string): boolean
  /** Whether each ingredient is known, and there is at least one. */
  covers(medication: CheckedMedication): boolean
}

export const knownDrugs = ({ classes, interactions }: RuleSet): KnownDrugs => {
  const known = new Set([
    ...classes.flatMap(({ ingredients }) => ingredients),
    ...interactions.flatMap(({ between }) =>
      between.flatMap((side) => ('ingredient' in side ? [side.ingredient] : [])),
    ),
  ])
  return {
    classesOf: (ingredient) => classes.filter(({ ingredients }) => ingredients.includes(ingredient)),
    isKnown: (ingredient) => known.has(ingredient),
    covers: ({ ingredients }) => ingredients.length > 0 && ingredients.every(({ rxcui }) => known.has(rxcui)),
  }
}
