import { readFile } from 'node:fs/promises'
import { labCatalog, type LabCatalogPack, type LabCatalog } from '../model/lab-catalog.ts'

const shipped = new URL('../../../../packs/labs/catalog.json', import.meta.url)

/** Throws on a pack from which no test can be ordered safely; the server then does not start. */
export const loadLabCatalog = async (file: URL = shipped): Promise<LabCatalog> =>
  labCatalog(JSON.parse(await readFile(file, 'utf8')) as LabCatalogPack)
