import { readFile } from 'node:fs/promises'
import { labCatalogue, type CataloguePack, type LabCatalogue } from '../model/lab-catalogue.ts'

const shipped = new URL('../../../../packs/labs/catalogue.json', import.meta.url)

/** Throws on a pack from which nothing could be ordered safely; the server then does not start. */
export const loadLabCatalogue = async (file: URL = shipped): Promise<LabCatalogue> =>
  labCatalogue(JSON.parse(await readFile(file, 'utf8')) as CataloguePack)
