import { readFile } from 'node:fs/promises'
import type { MedicationPack } from '../../kernel/model/medication-pack.ts'
import { medicationSet, type MedicationSet } from '../../kernel/model/medication-set.ts'

const shipped = new URL('../../../../../packs/medications/prescribable-sample.json', import.meta.url)

/** What can be prescribed. `file` names the user's own import; as shipped it is a small sample. Throws on an unsound pack. */
export const loadMedications = async (
  file: string | URL = shipped,
): Promise<{ readonly set: MedicationSet; readonly pack: MedicationPack }> => {
  const pack = JSON.parse(await readFile(file, 'utf8')) as MedicationPack
  return { set: medicationSet(pack), pack }
}
