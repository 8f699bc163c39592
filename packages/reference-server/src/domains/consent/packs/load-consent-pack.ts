import { readdir, readFile } from 'node:fs/promises'
import type { ConsentPack, StarterText } from '../model/consent-pack.ts'
import { readConsentPack } from '../model/read-consent-pack.ts'

const shipped = new URL('../../../../packs/consent/', import.meta.url)

/** Reads the consent pack of a folder. Throws if it contradicts itself; the server then does not start. */
export const loadConsentPack = async (folder: URL = shipped): Promise<ConsentPack> => {
  const read = async <T>(name: string): Promise<T> => JSON.parse(await readFile(new URL(name, folder), 'utf8')) as T
  const names = (await readdir(new URL('documents/', folder))).filter((name) => name.endsWith('.json')).toSorted()
  const [clauses, jurisdictions, ...texts] = await Promise.all([
    read<Parameters<typeof readConsentPack>[0]>('clauses.json'),
    read<Parameters<typeof readConsentPack>[1]>('jurisdictions.json'),
    ...names.map((name) => read<StarterText>(`documents/${name}`)),
  ])
  return readConsentPack(clauses, jurisdictions, texts)
}
