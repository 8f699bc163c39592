import type { ClassTable, IngredientSet, KnowledgeOrigin, NamedConcept } from './ingredient-set.ts'
import type { RxNormConcepts } from './read-rxnorm-concepts.ts'

/** The set from the concepts of a release, and how many concepts were left out because a part of them is unknown. */
export const composeIngredientSet = (
  { concepts, related, atcNames, atcCodes }: RxNormConcepts,
  origin: KnowledgeOrigin,
): { readonly set: IngredientSet; readonly leftOut: number } => {
  const known = new Map<string, readonly string[] | null>()
  /** Null if one of its parts is not in the release, or is suppressed: half a list of ingredients would look like all of them. */
  const ingredientsOf = (rxcui: string): readonly string[] | null => {
    const before = known.get(rxcui)
    if (before !== undefined) return before
    const concept = concepts.get(rxcui)
    if (concept?.type === 'IN') return [rxcui]
    // Prevents an endless recursion if relations form a circle.
    known.set(rxcui, null)
    const parts = (concept && related.get(rxcui))?.map(ingredientsOf) ?? []
    const all = parts.length === 0 || parts.includes(null) ? null : sorted(parts.flatMap((each) => each ?? []))
    known.set(rxcui, all)
    return all
  }
  const ingredients: Record<string, string> = {}
  const substances: Record<string, NamedConcept> = {}
  const drugs: Record<string, readonly string[]> = {}
  let leftOut = 0
  for (const rxcui of sorted(concepts.keys())) {
    const { name, type } = concepts.get(rxcui) ?? { name: '', type: 'SCDC' }
    if (type === 'SCDC') continue
    const own = ingredientsOf(rxcui)
    if (own === null) leftOut += 1
    else if (type === 'IN') ingredients[rxcui] = name
    else if (type === 'PIN' || type === 'MIN' || type === 'BN') substances[rxcui] = { name, ingredients: own }
    else drugs[rxcui] = own
  }
  const classes = classesOf(Object.keys(ingredients), atcNames, atcCodes)
  return { set: { ...origin, ingredients, substances, drugs, classes }, leftOut }
}

/** The groups of the fourth level (`J01CA`, chemical) of each ingredient, and the names of these and of the third level (`J01C`). */
const classesOf = (
  ingredients: readonly string[],
  atcNames: ReadonlyMap<string, string>,
  atcCodes: ReadonlyMap<string, ReadonlySet<string>>,
): ClassTable => {
  const names: Record<string, string> = {}
  const members: Record<string, readonly string[]> = {}
  for (const rxcui of ingredients) {
    const groups = sorted([...(atcCodes.get(rxcui) ?? [])].map((code) => code.slice(0, 5)))
    if (groups.length === 0) continue
    members[rxcui] = groups
    for (const code of groups.flatMap((each) => [each, each.slice(0, 4)])) names[code] = atcNames.get(code) ?? code
  }
  return { names, members }
}

const sorted = (texts: Iterable<string>): string[] => [...new Set(texts)].toSorted()
