import type { InteractionTable } from './knowledge/interaction-table.ts'
import { classesLost, classesOfMedicinesNotCompared, interactionsNotCompared, notInTable } from './not-compared.ts'
import type { CheckedMedication, CheckSource, Finding } from './provider.ts'

/** A medicine as an interaction is looked for: its ingredients by the release, and what is known about them. */
export interface ComparedMedicine {
  readonly medication: CheckedMedication
  readonly ingredients: readonly { readonly rxcui: string }[]
  /** False: another finding says that it is not known to the checks. */
  readonly isKnown: boolean
  /** Whether each ingredient has a class. */
  readonly isClassed: boolean
}

/**
 * Interactions of a medicine with each other one, and what could not be compared. Without a table nothing was compared, which is a finding.
 * `source` is that of the ingredients: it is named with what no table says.
 */
export const findInteractions = (
  table: InteractionTable | null,
  own: ComparedMedicine,
  others: readonly ComparedMedicine[],
  source: CheckSource,
): readonly Finding[] => {
  if (others.length === 0) return []
  const all = [own, ...others]
  if (table === null) {
    const taken = others.map(({ medication }) => medication)
    const areClassed = all.every(({ isClassed }) => isClassed)
    return [{ ...interactionsNotCompared(taken, areClassed), source }]
  }
  const known = all.filter(({ isKnown }) => isKnown)
  const classless = known.filter(({ isClassed }) => !isClassed).map(({ medication }) => medication)
  const isNamed = ({ ingredients }: ComparedMedicine): boolean => ingredients.every(({ rxcui }) => table.names(rxcui))
  const unnamed = known.filter((each) => !isNamed(each)).map(({ medication }) => medication)
  return [
    ...others.flatMap((other) => interactionsOf(table, own, other)),
    ...(unnamed.length === 0 ? [] : [{ ...notInTable(unnamed), ...sourceOfTable(table) }]),
    ...(classless.length === 0 ? [] : [{ ...classesOfMedicinesNotCompared(classless), source }]),
    ...(table.lostClasses.length === 0 ? [] : [{ ...classesLost(table.lostClasses), ...sourceOfTable(table) }]),
  ]
}

/** A table of several sources is silent as a whole. */
const sourceOfTable = ({ sources: [first, ...more] }: InteractionTable): Pick<Finding, 'source'> =>
  first !== undefined && more.length === 0 ? { source: first } : {}

const interactionsOf = (
  table: InteractionTable,
  own: ComparedMedicine,
  { medication: other, ingredients }: ComparedMedicine,
): readonly Finding[] => {
  const pairs = own.ingredients.flatMap((one) => ingredients.flatMap((two) => table.pairsOf(one.rxcui, two.rxcui)))
  return [...new Set(pairs)].map((pair) => ({
    kind: 'interaction',
    severity: pair.severity,
    // Two pairs about the same medicines are two findings, each with a reason of its own.
    about: [...pair.between.map(({ code }) => code), other.rxcui || other.name.toLowerCase()],
    with: other.name,
    text: pair.text,
    source: table.sourceOf(pair),
  }))
}
