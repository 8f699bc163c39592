import type { CheckSource } from '../provider.ts'
import type { DrugKnowledge } from './drug-knowledge.ts'
import { keyOfPair, keyOfSide, type InteractionPair, type InteractionSet } from './interaction-set.ts'

/** An imported table, to be asked about ingredients. */
export interface InteractionTable {
  readonly sources: readonly CheckSource[]
  sourceOf(pair: InteractionPair): CheckSource
  /** The pairs of the table that two different ingredients are, by themselves or by a class of theirs. */
  pairsOf(one: string, two: string): readonly InteractionPair[]
  /** Whether the table names the ingredient, or a class of it. Of another one it says nothing. */
  names(ingredient: string): boolean
  /** Classes of the table that the imported classes do not have: a later release dropped them, and their pairs are not found. */
  readonly lostClasses: readonly string[]
}

export const interactionTable = (
  { effectiveFrom, isDemonstration, sources, pairs }: InteractionSet,
  knowledge: DrugKnowledge,
): InteractionTable => {
  const byKey = new Map(pairs.map((pair) => [keyOfPair(keyOfSide(pair.between[0]), keyOfSide(pair.between[1])), pair]))
  const sides = pairs.flatMap(({ between }) => between)
  const named = new Set(sides.map(keyOfSide))
  const classes = new Set(sides.flatMap(({ type, code }) => (type === 'class' ? [code] : [])))
  const keysOf = (ingredient: string): readonly string[] =>
    [
      keyOfSide({ type: 'ingredient', code: ingredient }),
      ...knowledge.familiesOf(ingredient).map(({ code }) => keyOfSide({ type: 'class', code })),
    ].filter((key) => named.has(key))
  const checkSources = sources.map(({ name, version }): CheckSource => ({
    ...{ covers: 'interactions', name, version, release: effectiveFrom, isDemonstration },
  }))
  return {
    sources: checkSources,
    // An import gives each pair the place of a source.
    sourceOf: ({ source }) => checkSources[source] as CheckSource,
    pairsOf: (one, two) => {
      if (one === two) return []
      const others = keysOf(two)
      const found = keysOf(one).flatMap((key) => others.flatMap((other) => byKey.get(keyOfPair(key, other)) ?? []))
      // Of two medicines that are both in both classes of a pair, the pair is found twice.
      return [...new Set(found)]
    },
    names: (ingredient) => keysOf(ingredient).length > 0,
    lostClasses: [...classes].filter((code) => !knowledge.isClass(code)).toSorted(),
  }
}
