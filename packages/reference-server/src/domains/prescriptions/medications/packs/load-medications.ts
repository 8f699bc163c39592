import { readFile } from 'node:fs/promises'
import type { MedicationPack } from '../../kernel/model/medication-pack.ts'
import { medicationSet, type MedicationSet } from '../../kernel/model/medication-set.ts'

const shipped = new URL('../../../../../packs/medications/prescribable-sample.json', import.meta.url)

/**
 * The medications that can be prescribed. `file` is the user's own import; the shipped default is a small sample. Throws on an invalid
 * pack.
 */
export const loadMedications = async (
  file: string | URL = shipped,
): Promise<{ readonly set: MedicationSet; readonly pack: MedicationPack }> => {
  const pack = JSON.parse(await readFile(file, 'utf8')) as MedicationPack
  return { set: medicationSet(pack), pack }
}
