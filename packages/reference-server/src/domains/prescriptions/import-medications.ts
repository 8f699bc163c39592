import { createReadStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { medicationPackFaults } from './model/medication-pack.ts'
import { readRxNormRelease, type ReadRelease } from './model/read-rxnorm-release.ts'
import { loadMedications } from './store/load-medications.ts'

export interface ImportMedications {
  /** The release's `rrf` folder. */
  readonly folder: URL
  /** Where the pack goes. */
  readonly to: URL
  /** The first day of the release, `2026-11-02`, and what it is called. */
  readonly effectiveFrom: string
  readonly source: string
}

/**
 * Turns the user's own RxNorm release into a medication pack. For the command line: reads three files, checks, writes one, and answers
 * what was taken and left out. Throws, and writes nothing, when the result could not be used.
 */
export const importMedications = async ({
  folder,
  to,
  effectiveFrom,
  source,
}: ImportMedications): Promise<{ readonly taken: number; readonly leftOut: ReadRelease['leftOut'] }> => {
  const [conso, rel, sat] = await Promise.all(
    ['RXNCONSO.RRF', 'RXNREL.RRF', 'RXNSAT.RRF'].map((name) => readLines(new URL(name, folder), wanted[name] ?? '')),
  )
  const { forms } = (await loadMedications()).pack
  const { pack, leftOut } = readRxNormRelease(
    { conso: conso ?? [], rel: rel ?? [], sat: sat ?? [] },
    { effectiveFrom, effectiveTo: null, source, forms },
  )
  const faults = medicationPackFaults(pack)
  if (pack.medications.length === 0) throw new Error('No drug of this release could be taken.')
  if (faults.length > 0) throw new Error(`The release cannot be used: ${faults.slice(0, 5).join('; ')}.`)
  await writeFile(to, `${JSON.stringify(pack)}\n`)
  return { taken: pack.medications.length, leftOut }
}

/** A release has millions of lines, most of which say nothing to us. */
const wanted: Readonly<Record<string, string>> = {
  'RXNCONSO.RRF': '|RXNORM|',
  'RXNREL.RRF': '|RXNORM|',
  'RXNSAT.RRF': '|DCSA|',
}

const readLines = async (file: URL, containing: string): Promise<string[]> => {
  const lines: string[] = []
  for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity }))
    if (line.includes(containing)) lines.push(line)
  return lines
}
