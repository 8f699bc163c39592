import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { writeCodeSet } from '../../../platform/code-sets/code-set-files.ts'
import { ImportRefused } from '../../../platform/code-sets/import-refused.ts'
import { readSynonyms } from '../model/read-synonyms.ts'
import type { ImportDiagnoses } from './import-diagnoses.ts'
import type { SynonymPack } from './load-diagnoses.ts'

/** Converts a CSV file of `term,code` to a set that the server loads at startup. Throws ImportRefused, and writes nothing. */
export const importDiagnosisSynonyms = async ({
  file,
  to,
  effectiveFrom,
  source,
}: ImportDiagnoses): Promise<{ readonly taken: number }> => {
  const { terms, faults } = readSynonyms(await readFile(file, 'utf8'))
  if (faults.length > 0) throw new ImportRefused(basename(file), faults)
  await writeCodeSet(to, { effectiveFrom, effectiveTo: null, source, terms } satisfies SynonymPack)
  return { taken: Object.keys(terms).length }
}
