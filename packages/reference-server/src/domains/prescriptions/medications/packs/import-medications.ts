import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { writeCodeSet } from '../../../../platform/code-sets/code-set-files.ts'
import { ImportRefused, type ImportFault } from '../../../../platform/code-sets/import-refused.ts'
import { validateMedicationPack } from '../../kernel/model/medication-pack.ts'
import { readRxNormRelease, type ParsedRelease } from '../model/read-rxnorm-release.ts'
import { validateRrfLine } from '../../../../platform/code-sets/validate-rrf-line.ts'
import { rxNormFiles, type RxNormFile } from '../model/rxnorm-lines.ts'
import { loadMedications } from './load-medications.ts'

export interface ImportMedications {
  /** The release's `rrf` folder. */
  readonly folder: string
  /** The folder to which the set is written. */
  readonly to: string
  /** The first day of the release, `2026-11-02`, and its name. */
  readonly effectiveFrom: string
  readonly source: string
}

/**
 * Converts the user's own RxNorm release into a set that the server loads at startup: reads three files, validates them, writes one, and
 * returns what was included and omitted. Throws ImportRefused, and then writes nothing, if the result would be unusable.
 */
export const importMedications = async ({
  folder,
  to,
  effectiveFrom,
  source,
}: ImportMedications): Promise<{ readonly taken: number; readonly leftOut: ParsedRelease['leftOut'] }> => {
  const faults: ImportFault[] = []
  const [conso, rel, sat] = await Promise.all(
    (['RXNCONSO.RRF', 'RXNREL.RRF', 'RXNSAT.RRF'] as const).map((name) => readLines(folder, name, faults)),
  )
  const refuse = (more: readonly string[]): ImportRefused =>
    new ImportRefused('The RxNorm release', [...faults, ...more.map((remedy) => ({ line: null, field: null, remedy }))])
  if (faults.length > 0) throw refuse([])
  const { forms } = (await loadMedications()).pack
  const { pack, leftOut } = readRxNormRelease(
    { conso: conso ?? [], rel: rel ?? [], sat: sat ?? [] },
    { effectiveFrom, effectiveTo: null, source, forms },
  )
  const unsound = validateMedicationPack(pack)
  if (unsound.length > 0) throw refuse(unsound)
  if (pack.medications.length === 0)
    throw refuse(['No drug of this release could be taken: give the rrf folder of a full or a prescribable release.'])
  await writeCodeSet(to, pack)
  return { taken: pack.medications.length, leftOut }
}

/**
 * A release has millions of lines, most of which are not relevant. They are checked as well, because a file may be truncated in any of
 * them.
 */
const readLines = async (folder: string, name: RxNormFile, faults: ImportFault[]): Promise<string[]> => {
  const lines: string[] = []
  const file = rxNormFiles[name]
  let line = 0
  for await (const text of createInterface({
    input: createReadStream(join(folder, name), 'utf8'),
    crlfDelay: Infinity,
  })) {
    line += 1
    const isWanted = file.isWanted(text)
    const fault = validateRrfLine(file, text, isWanted)
    if (fault !== null) faults.push({ file: name, line, ...fault })
    if (faults.length >= mostFaults) break
    if (isWanted) lines.push(text)
  }
  return lines
}

/** More faults do not help, and a file of another kind would have millions. */
const mostFaults = 1_000
