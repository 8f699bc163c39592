import { allergyPartsOf, isOnly, mentions, substanceWords } from './allergy-words.ts'
import {
  allergyToClass,
  allergyToIngredient,
  codeOfAllergy,
  duplicateOfClass,
  duplicateOfIngredient,
  unknownAllergy,
  unknownMedicine,
} from './findings.ts'
import { findInteractions } from './find-interactions.ts'
import type { DrugKnowledge, Ingredient, KnownClass } from './knowledge/drug-knowledge.ts'
import type { InteractionTable } from './knowledge/interaction-table.ts'
import { classesNotCompared } from './not-compared.ts'
import type { CheckedMedication, CheckSource, DrugChecks, Finding, KnownAllergy } from './provider.ts'

/**
 * Checks by imported knowledge: allergies, duplicates and, with a table, interactions, by ingredient and by class. Without a table it says for
 * each patient who takes something else that interactions were not compared. `notMedicines` are allergies that no medicine can cause, in
 * common wording.
 */
export const importedChecks = (
  knowledge: DrugKnowledge,
  table: InteractionTable | null,
  notMedicines: readonly string[],
): DrugChecks => {
  const { ingredientsFrom: ingredients, classesFrom: classes } = knowledge
  const ingredientSource = sourceOf('ingredients', ingredients)
  const classSource = classes === null ? ingredientSource : sourceOf('classes', classes)
  return {
    name: ingredients.source,
    sources: [ingredientSource, ...(classes === null ? [] : [classSource]), ...(table?.sources ?? [])],
    check: async (medication, { medications, allergies }) => {
      const own = contentOf(knowledge, medication)
      const others = medications.map((each) => contentOf(knowledge, each))
      const unknown = [own, ...others]
        .filter(({ isKnown }) => !isKnown)
        .map((each) => ({ ...unknownMedicine(medication, each.medication), source: ingredientSource }))
      const found = [
        ...(allergies ?? []).flatMap((allergy) =>
          allergyPartsOf(allergy)
            .flatMap((part) => allergyFindings(knowledge, own, part, notMedicines))
            .map((finding) => ({ ...finding, with: allergy.name })),
        ),
        ...others.flatMap((other) => duplicatesOf(own, other)),
      ].map(({ isByClass, ...finding }) => ({ ...finding, source: isByClass ? classSource : ingredientSource }))
      return [...unknown, ...findInteractions(table, own, others, ingredientSource), ...found]
    },
  }
}

type Sourced = Finding & { readonly isByClass: boolean }
const byIngredient = (finding: Finding): Sourced => ({ ...finding, isByClass: false })
const byClass = (finding: Finding): Sourced => ({ ...finding, isByClass: true })

export const sourceOf = (
  covers: CheckSource['covers'],
  { source, effectiveFrom }: { readonly source: string; readonly effectiveFrom: string },
): CheckSource => ({ covers, name: source, release: effectiveFrom, isDemonstration: false })

interface Content {
  readonly medication: CheckedMedication
  readonly ingredients: readonly Ingredient[]
  readonly isKnown: boolean
  /** Whether each ingredient has a class. */
  readonly isClassed: boolean
  readonly classes: readonly KnownClass[]
  readonly families: readonly KnownClass[]
}

/** The ingredients by the release, or those that the medication itself names, if the release knows all of these. */
const contentOf = (knowledge: DrugKnowledge, medication: CheckedMedication): Content => {
  const known = knowledge.ingredientsOf(medication.rxcui)
  const ingredients = known ?? medication.ingredients
  const isKnown =
    ingredients.length > 0 &&
    (known !== null || ingredients.every(({ rxcui }) => knowledge.ingredientsOf(rxcui) !== null))
  return {
    medication,
    ingredients,
    isKnown,
    isClassed: areClassed(knowledge, ingredients),
    classes: ingredients.flatMap(({ rxcui }) => knowledge.classesOf(rxcui)),
    families: ingredients.flatMap(({ rxcui }) => knowledge.familiesOf(rxcui)),
  }
}

const areClassed = (knowledge: DrugKnowledge, ingredients: readonly Ingredient[]): boolean =>
  ingredients.length > 0 && ingredients.every(({ rxcui }) => knowledge.classesOf(rxcui).length > 0)

const allergyFindings = (
  knowledge: DrugKnowledge,
  own: Content,
  allergy: KnownAllergy,
  notMedicines: readonly string[],
): Sourced[] => {
  const { rxcui, name } = allergy
  const words = substanceWords(name)
  const substances = rxcui === undefined ? knowledge.ingredientsNamed(words) : knowledge.ingredientsOf(rxcui)
  const same = own.ingredients.find(
    (each) =>
      each.rxcui === rxcui || mentions(name, each.name) || (substances ?? []).some((to) => to.rxcui === each.rxcui),
  )
  if (same) return [byIngredient(allergyToIngredient(allergy, same))]
  const { families: named, isClear } = knowledge.familiesNamed(words)
  const families = substances?.flatMap((to) => knowledge.familiesOf(to.rxcui)) ?? named
  const shared = narrowest(families.filter(({ code }) => own.families.some((each) => each.code === code)))
  if (shared) return [byClass(allergyToClass(allergy, shared.code, wordingOf(shared)))]
  if (substances === null && rxcui === undefined && notMedicines.some((word) => isOnly(name, word))) return []
  if (substances === null && (rxcui !== undefined || !isClear)) return [byIngredient(unknownAllergy(allergy))]
  const areCompared = own.isClassed && (substances === null || areClassed(knowledge, substances))
  return areCompared ? [] : [byIngredient(classesNotCompared(codeOfAllergy(allergy), name))]
}

const duplicatesOf = (own: Content, other: Content): Sourced[] => {
  const same = own.ingredients.find(({ rxcui }) => other.ingredients.some((each) => each.rxcui === rxcui))
  if (same) return [byIngredient(duplicateOfIngredient(same, other.medication))]
  const shared = narrowest(own.classes.filter(({ code }) => other.classes.some((each) => each.code === code)))
  if (shared === undefined) return []
  const codes = [...own.ingredients, ...other.ingredients].map(({ rxcui }) => rxcui)
  return [byClass(duplicateOfClass([...codes, shared.code], wordingOf(shared), other.medication))]
}

/** The longest code of ATC is the narrowest group. */
const narrowest = (classes: readonly KnownClass[]): KnownClass | undefined =>
  classes.toSorted((a, b) => b.code.length - a.code.length || (a.code < b.code ? -1 : 1))[0]

/** Classes are published in English. The code makes them unmistakable in each language. */
const wordingOf = ({ code, name }: KnownClass) => {
  const text = name === code ? code : `${name} (${code})`
  return [
    { language: 'en', text },
    { language: 'es', text },
    { language: 'ar', text },
  ]
}
