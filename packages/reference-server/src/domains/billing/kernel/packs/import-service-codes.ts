import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { writeCodeSet } from '../../../../platform/code-sets/code-set-files.ts'
import { ImportRefused, type ImportFault } from '../../../../platform/code-sets/import-refused.ts'
import type { ServiceCodeSet } from '../model/add-imported-codes.ts'
import { readServiceCodes, type ImportedServiceCode } from '../model/read-service-codes.ts'

export interface ImportServiceCodes {
  /** CSV: `code_system,code,name,charge`. */
  readonly file: string
  /** The folder to which the set is written. */
  readonly to: string
  /** Each system has its own release; a file contains one of them. */
  readonly codeSystem: ImportedServiceCode['codeSystem']
  /** The first day of the release, `2027-01-01`, and its name. */
  readonly effectiveFrom: string
  readonly source: string
  /** The day on which the operator stated that they hold the American Medical Association's license; null without a statement. */
  readonly cptLicensedOn: string | null
}

/**
 * Converts a file of the user's own service codes into a set that the server loads at startup. Throws ImportRefused, and then writes
 * nothing.
 */
export const importServiceCodes = async (request: ImportServiceCodes): Promise<{ readonly taken: number }> => {
  const { file, to, codeSystem, effectiveFrom, source, cptLicensedOn } = request
  const name = basename(file)
  if (codeSystem === 'CPT' && cptLicensedOn === null) throw new ImportRefused(name, [noLicense])
  const cptLicense = codeSystem === 'CPT' && cptLicensedOn !== null ? { statedOn: cptLicensedOn } : null
  const terms = { cptLicensed: cptLicense !== null, only: codeSystem }
  const { rows, faults } = readServiceCodes(await readFile(file, 'utf8'), terms)
  if (faults.length > 0) throw new ImportRefused(name, faults)
  if (rows.length === 0) throw new ImportRefused(name, [{ line: null, field: null, remedy: 'The file has no code.' }])
  await writeCodeSet(to, { effectiveFrom, source, cptLicense, codes: rows } satisfies ServiceCodeSet)
  return { taken: rows.length }
}

const noLicense: ImportFault = {
  line: null,
  field: null,
  remedy:
    'CPT belongs to the American Medical Association. Importing it requires its license for use in this product. If you hold one, repeat with --cpt-licensed, which is stored with the set; or bill with HCPCS codes and leave CPT out.',
}
