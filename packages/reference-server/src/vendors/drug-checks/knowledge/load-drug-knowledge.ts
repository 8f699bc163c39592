import { readFile } from 'node:fs/promises'
import { codeSetFiles, type CodeSetKind } from '../../../platform/code-sets/code-set-files.ts'
import { drugKnowledge, type DrugKnowledge } from './drug-knowledge.ts'
import type { ClassSet, IngredientSet, LabelIndex } from './ingredient-set.ts'
import { openLabelStore, type LabelStore } from './label-store.ts'

export interface LoadedKnowledge {
  /** Null if no ingredients were imported. */
  readonly knowledge: DrugKnowledge | null
  readonly labels: LabelStore | null
  readonly index: LabelIndex | null
}

/** The latest release of each kind in force today, in memory; of labels only their places. Throws if a set cannot be used. */
export const loadDrugKnowledge = async (folder: string, now: Date): Promise<LoadedKnowledge> => {
  const today = now.toISOString().slice(0, 10)
  const inForce = async (kind: CodeSetKind): Promise<string | null> =>
    (await codeSetFiles(folder, kind)).findLast(({ effectiveFrom }) => effectiveFrom <= today)?.path ?? null
  const read = async <Set>(kind: CodeSetKind): Promise<Set | null> => {
    const path = await inForce(kind)
    return path === null ? null : (JSON.parse(await readFile(path, 'utf8')) as Set)
  }
  const [ingredients, classes, index, labels] = await Promise.all([
    read<IngredientSet>('drug-ingredients'),
    read<ClassSet>('drug-classes'),
    read<LabelIndex>('label-index'),
    inForce('drug-labels'),
  ])
  return {
    knowledge: ingredients === null ? null : drugKnowledge(ingredients, classes),
    labels: labels === null ? null : await openLabelStore(labels),
    index,
  }
}
