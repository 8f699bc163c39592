import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { writeCodeSet } from '../../../platform/code-sets/code-set-files.ts'
import { ImportRefused } from '../../../platform/code-sets/import-refused.ts'
import type { LabCatalogPack } from '../model/lab-catalog.ts'
import { completeLabTests, readLabTestRows } from '../model/read-lab-tests.ts'
import { readShippedCatalog } from './load-lab-catalog.ts'
import { readLoincRelease } from './read-loinc-release.ts'

export interface ImportLabTests {
  /** CSV: see `readLabTestRows`. */
  readonly file: string
  /** The folder of an unpacked release of LOINC; null to import without names, specimens and panels of it. */
  readonly loinc: string | null
  readonly to: string
  readonly effectiveFrom: string
  readonly source: string
}

/** Converts the tests of a laboratory to a set that the server loads at startup. Throws ImportRefused, and writes nothing. */
export const importLabTests = async ({
  file,
  loinc,
  to,
  effectiveFrom,
  source,
}: ImportLabTests): Promise<{ readonly taken: number; readonly panels: number; readonly compared: number }> => {
  const { codes, rows, faults } = readLabTestRows(await readFile(file, 'utf8'))
  if (faults.length > 0) throw new ImportRefused(basename(file), faults)
  const release = loinc === null ? null : await readLoincRelease(loinc, codes)
  const completed = completeLabTests(rows, release)
  if (completed.faults.length > 0) throw new ImportRefused(basename(file), completed.faults)
  const { license } = await readShippedCatalog()
  const { tests } = completed
  const properties = Object.fromEntries(release?.properties ?? [])
  const set: LabCatalogPack = { effectiveFrom, effectiveTo: null, source, license, tests, properties }
  await writeCodeSet(to, set)
  const panels = tests.filter(({ includes }) => includes !== undefined).length
  return { taken: rows.length, panels, compared: Object.keys(properties).length }
}
