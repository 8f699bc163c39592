import { readFile } from 'node:fs/promises'
import { codeSetFiles, type CodeSetKind } from '../../../platform/code-sets/code-set-files.ts'
import { drugKnowledge, type DrugKnowledge } from './drug-knowledge.ts'
import type { ClassSet, IngredientSet, LabelIndex } from './ingredient-set.ts'
import type { InteractionSet } from './interaction-set.ts'
import { interactionTable, type InteractionTable } from './interaction-table.ts'
import { openLabelStore, type LabelStore } from './label-store.ts'

export interface LoadedReleases {
  /** Null if no ingredients were imported. */
  readonly knowledge: DrugKnowledge | null
  /** Null if no table was imported, or no ingredients to compare it with. */
  readonly interactions: InteractionTable | null
}

export interface LoadedKnowledge extends LoadedReleases {
  readonly labels: LabelStore | null
  readonly index: LabelIndex | null
}

/** The path of the latest set of a kind that is in force on a day; null if there is none. */
const inForce = async (folder: string, kind: CodeSetKind, now: Date): Promise<string | null> => {
  const today = now.toISOString().slice(0, 10)
  return (await codeSetFiles(folder, kind)).findLast(({ effectiveFrom }) => effectiveFrom <= today)?.path ?? null
}

const readSet = async <Set>(folder: string, kind: CodeSetKind, now: Date): Promise<Set | null> => {
  const path = await inForce(folder, kind, now)
  return path === null ? null : (JSON.parse(await readFile(path, 'utf8')) as Set)
}

/** What is compared: the latest release of each kind in force on a day, in memory. Throws if a set cannot be used. */
export const loadReleases = async (folder: string, now: Date): Promise<LoadedReleases> => {
  const [ingredients, classes, pairs] = await Promise.all([
    readSet<IngredientSet>(folder, 'drug-ingredients', now),
    readSet<ClassSet>(folder, 'drug-classes', now),
    readSet<InteractionSet>(folder, 'drug-interactions', now),
  ])
  if (ingredients === null) return { knowledge: null, interactions: null }
  const knowledge = drugKnowledge(ingredients, classes)
  return { knowledge, interactions: pairs === null ? null : interactionTable(pairs, knowledge) }
}

/** The same, and the labels, of which only their places are in memory. Throws if a set cannot be used; the server then does not start. */
export const loadDrugKnowledge = async (folder: string, now: Date): Promise<LoadedKnowledge> => {
  const [releases, index, labels] = await Promise.all([
    loadReleases(folder, now),
    readSet<LabelIndex>(folder, 'label-index', now),
    inForce(folder, 'drug-labels', now),
  ])
  return { ...releases, labels: labels === null ? null : await openLabelStore(labels), index }
}
