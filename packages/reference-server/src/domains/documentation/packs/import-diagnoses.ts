import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { writeCodeSet } from '../../../platform/code-sets/code-set-files.ts'
import { ImportRefused } from '../../../platform/code-sets/import-refused.ts'
import { readDiagnosisRelease } from '../model/read-diagnosis-release.ts'
import type { DiagnosisPack } from './load-diagnoses.ts'

export interface ImportDiagnoses {
  /** The order file or the list of codes of a complete release, as published; for synonyms a CSV file. */
  readonly file: string
  /** Destination of the set. */
  readonly to: string
  /** The first day of the release, `2026-10-01`, and its name. */
  readonly effectiveFrom: string
  readonly source: string
}

/** Converts the user's own release of ICD-10-CM to a set that the server loads at startup. Throws ImportRefused, and writes nothing. */
export const importDiagnoses = async ({
  file,
  to,
  effectiveFrom,
  source,
}: ImportDiagnoses): Promise<{ readonly taken: number }> => {
  const { codes, faults } = readDiagnosisRelease(await readFile(file, 'utf8'))
  if (faults.length > 0) throw new ImportRefused(basename(file), faults)
  await writeCodeSet(to, { effectiveFrom, effectiveTo: null, source, codes } satisfies DiagnosisPack)
  return { taken: Object.keys(codes).length }
}
