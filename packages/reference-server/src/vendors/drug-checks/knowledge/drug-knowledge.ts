import { normalizeWords } from '../normalize-words.ts'
import type { ClassTable, IngredientSet, KnowledgeOrigin } from './ingredient-set.ts'

export interface Ingredient {
  readonly rxcui: string
  readonly name: string
}

export interface KnownClass {
  /** A code of ATC, or of a pharmacologic class. */
  readonly code: string
  readonly name: string
}

/** Imported knowledge about drugs: what contains what, and what belongs to which class. */
export interface DrugKnowledge {
  readonly ingredientsFrom: KnowledgeOrigin
  /** The latest of the sets with classes; null if no set has classes. */
  readonly classesFrom: KnowledgeOrigin | null
  /** The ingredients of any concept: an ingredient, a salt, a combination, a brand, a drug. Null if it is unknown. */
  ingredientsOf(rxcui: string): readonly Ingredient[] | null
  /** The ingredients of a substance by its exact name, alone or in the plural. Null if it is unknown. */
  ingredientsNamed(words: string): readonly Ingredient[] | null
  /** Whether it is the id of a class that an ingredient has, or of a wider group of ATC. */
  isClass(code: string): boolean
  /** Chemical groups of ATC and pharmacologic classes: medicines of one do the same. */
  classesOf(ingredient: string): readonly KnownClass[]
  /** The same, and the wider groups of ATC (`J01C`, all penicillins): an allergy to one may be an allergy to the others. */
  familiesOf(ingredient: string): readonly KnownClass[]
  /** Families whose names have each word, alone or in the plural. `isClear` if all are in one therapeutic group of ATC (`J01`). */
  familiesNamed(words: string): { readonly families: readonly KnownClass[]; readonly isClear: boolean }
}

export const drugKnowledge = (
  set: IngredientSet,
  further: (ClassTable & KnowledgeOrigin) | null = null,
): DrugKnowledge => {
  const tables: readonly ClassTable[] = further === null ? [set.classes] : [set.classes, further]
  const names = new Map(tables.flatMap((table) => Object.entries(table.names)))
  const ownClasses = Object.keys(set.classes.names).length > 0 ? set : null
  const ingredients = new Map(Object.entries(set.ingredients))
  const withName = (codes: readonly string[]): readonly Ingredient[] =>
    codes.map((rxcui) => ({ rxcui, name: ingredients.get(rxcui) ?? '' }))
  const parts = new Map<string, readonly string[]>([
    ...[...ingredients.keys()].map((rxcui): [string, readonly string[]] => [rxcui, [rxcui]]),
    ...Object.entries(set.substances).map(([rxcui, each]): [string, readonly string[]] => [rxcui, each.ingredients]),
    ...Object.entries(set.drugs),
  ])
  // A name of several concepts is that of an ingredient first.
  const byName = new Map<string, readonly string[]>([
    ...Object.values(set.substances).map((each): [string, readonly string[]] => [
      normalizeWords(each.name),
      each.ingredients,
    ]),
    ...[...ingredients].map(([rxcui, name]): [string, readonly string[]] => [normalizeWords(name), [rxcui]]),
  ])
  const named = (codes: Iterable<string>): readonly KnownClass[] =>
    [...new Set(codes)].toSorted().map((code) => ({ code, name: names.get(code) ?? code }))
  const codesOf = (ingredient: string): readonly string[] => tables.flatMap(({ members }) => members[ingredient] ?? [])
  const wordsOfClass = new Map([...names].map(([code, name]) => [code, new Set(normalizeWords(name).split(' '))]))
  return {
    ingredientsFrom: originOf(set),
    classesFrom: further === null ? ownClasses && originOf(ownClasses) : originOf(further),
    ingredientsOf: (rxcui) => {
      const codes = parts.get(rxcui)
      return codes === undefined ? null : withName(codes)
    },
    ingredientsNamed: (words) => {
      const form = forms(normalizeWords(words)).find((each) => byName.has(each))
      const found = form === undefined ? undefined : byName.get(form)
      return found === undefined ? null : withName(found)
    },
    isClass: (code) => names.has(code),
    classesOf: (ingredient) => named(codesOf(ingredient)),
    familiesOf: (ingredient) =>
      named(codesOf(ingredient).flatMap((code) => (isAtc(code) ? [code, code.slice(0, 4)] : [code]))),
    familiesNamed: (words) => {
      const wanted = normalizeWords(words)
        .split(' ')
        .filter((word) => word !== '')
      if (wanted.length === 0 || !wanted.some((word) => word.length >= shortestClassWord))
        return { families: [], isClear: false }
      const codes = [...wordsOfClass]
        .filter(([, has]) => wanted.every((word) => forms(word).some((form) => has.has(form))))
        .map(([code]) => code)
      const groups = new Set(codes.filter(isAtc).map((code) => code.slice(0, 3)))
      return { families: named(codes), isClear: groups.size === 1 || (groups.size === 0 && codes.length === 1) }
    },
  }
}

const originOf = ({ effectiveFrom, source, license }: KnowledgeOrigin): KnowledgeOrigin => ({
  effectiveFrom,
  source,
  license,
})

const isAtc = (code: string): boolean => /^[A-Z][0-9]{2}[A-Z]{1,2}$/.test(code)

/** Shorter words, such as `oral`, are in names of classes without naming one. */
const shortestClassWord = 6

/** The word, and its other number. */
const forms = (word: string): readonly string[] => [word, `${word}s`, word.replace(/s$/, '')]
