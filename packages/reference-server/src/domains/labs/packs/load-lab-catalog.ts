import { readFile } from 'node:fs/promises'
import { codeSetFiles } from '../../../platform/code-sets/code-set-files.ts'
import { firstLaboratory } from '../../../vendors/laboratory/provider.ts'
import { labCatalog, type LabCatalog, type LabCatalogPack, type LabTestSet } from '../model/lab-catalog.ts'

const shipped = new URL('../../../../packs/labs/catalog.json', import.meta.url)

export const readShippedCatalog = async (): Promise<LabCatalogPack> => read(shipped)

const read = async (file: URL | string): Promise<LabCatalogPack> =>
  JSON.parse(await readFile(file, 'utf8')) as LabCatalogPack

/** Where the tests of laboratories were imported to, which laboratories there are, and the day. */
export interface ImportedLabTests {
  readonly folder: string
  readonly laboratoryIds: readonly string[]
  readonly now: Date
}

/**
 * The tests of each laboratory: of the latest set that is in force today. A set that begins later takes effect at the first start after
 * its day. The first laboratory has the tests that ship until some are imported; another has none. Throws on a set from which no test can
 * be ordered safely; the server then does not start.
 */
export const loadLabCatalog = async (imported?: ImportedLabTests): Promise<LabCatalog> => {
  const sets = await Promise.all(
    (imported?.laboratoryIds ?? [firstLaboratory]).map(async (laboratoryId): Promise<LabTestSet[]> => {
      const path = imported && (await inForce(imported, laboratoryId))
      // A laboratory names its tests in one language, and the form falls back to it.
      if (path !== undefined) return [{ laboratoryId, pack: await read(path), languages: ['en'] }]
      if (laboratoryId !== firstLaboratory) return []
      return [{ laboratoryId, pack: await readShippedCatalog(), languages: ['en', 'es'] }]
    }),
  )
  return labCatalog(sets.flat())
}

const inForce = async ({ folder, now }: ImportedLabTests, laboratoryId: string): Promise<string | undefined> =>
  (await codeSetFiles(folder, `laboratory-tests-${laboratoryId}`)).findLast(
    ({ effectiveFrom }) => effectiveFrom <= now.toISOString().slice(0, 10),
  )?.path
