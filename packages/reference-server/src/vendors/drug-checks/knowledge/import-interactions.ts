import { readFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { writeCodeSet } from '../../../platform/code-sets/code-set-files.ts'
import { ImportRefused } from '../../../platform/code-sets/import-refused.ts'
import type { ImportKnowledge } from './import-ingredients.ts'
import type { InteractionSet } from './interaction-set.ts'
import { loadReleases } from './load-drug-knowledge.ts'
import { readInteractionRows } from './read-interaction-rows.ts'

const license = 'The terms of the publisher of each source apply. The operator imported its own copy.'

/**
 * A table of pairs of ingredients or classes that interact. Its codes are those of the ingredients and classes that are in force on its first
 * day, in the folder of `to`: import these before. Throws ImportRefused, and then writes nothing.
 */
export const importInteractions = async ({
  from,
  to,
  effectiveFrom,
  source,
  isDemonstration,
}: ImportKnowledge & { readonly isDemonstration: boolean }): Promise<{
  readonly taken: number
  readonly sources: number
}> => {
  const file = basename(from)
  const { knowledge } = await loadReleases(dirname(to), new Date(`${effectiveFrom}T12:00:00Z`))
  if (knowledge === null)
    throw new ImportRefused(file, [
      {
        line: null,
        field: null,
        remedy: `No ingredients are in force on ${effectiveFrom}: import drug-ingredients, and drug-classes if there are, first.`,
      },
    ])
  const { sources, pairs, faults } = readInteractionRows(await readFile(from, 'utf8'), knowledge)
  if (faults.length > 0) throw new ImportRefused(file, faults)
  await writeCodeSet(to, {
    ...{ effectiveFrom, source, license, isDemonstration, sources, pairs },
  } satisfies InteractionSet)
  return { taken: pairs.length, sources: sources.length }
}
