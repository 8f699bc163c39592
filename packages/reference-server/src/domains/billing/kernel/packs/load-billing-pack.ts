import { readFile } from 'node:fs/promises'
import { codeSetFiles, type CodeSetKind } from '../../../../platform/code-sets/code-set-files.ts'
import { addImportedCodes, type ServiceCodeSet } from '../model/add-imported-codes.ts'
import type { BillingPack } from '../model/billing-pack.ts'
import { readBillingPack, type BillingPackFiles } from '../model/read-billing-pack.ts'

const shipped = new URL('../../../../../packs/billing/', import.meta.url)

/**
 * Payers, telehealth rules, service codes and prices, with the service codes that the operator has imported into `codeSetFolder`. Throws if
 * the files are inconsistent.
 */
export const loadBillingPack = async (codeSetFolder?: string, folder: URL = shipped): Promise<BillingPack> => {
  const read = async <Name extends keyof BillingPackFiles>(file: string): Promise<BillingPackFiles[Name]> =>
    JSON.parse(await readFile(new URL(file, folder), 'utf8')) as BillingPackFiles[Name]
  const [payers, telehealthRules, serviceCodes, fees, modifiers] = await Promise.all([
    read<'payers'>('payers.json'),
    read<'telehealthRules'>('telehealth-rules.json'),
    read<'serviceCodes'>('service-codes.json'),
    read<'fees'>('fees.json'),
    read<'modifiers'>('modifiers.json'),
  ])
  const pack = readBillingPack({ payers, telehealthRules, serviceCodes, fees, modifiers })
  return codeSetFolder === undefined
    ? pack
    : addImportedCodes(pack, await Promise.all(kinds.map(readSets(codeSetFolder))))
}

const kinds = ['service-codes-hcpcs', 'service-codes-cpt', 'service-codes-local'] as const

const readSets =
  (folder: string) =>
  async (kind: CodeSetKind): Promise<readonly ServiceCodeSet[]> =>
    Promise.all(
      (await codeSetFiles(folder, kind)).map(
        async ({ path }) => JSON.parse(await readFile(path, 'utf8')) as ServiceCodeSet,
      ),
    )
