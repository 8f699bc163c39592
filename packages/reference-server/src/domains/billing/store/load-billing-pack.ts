import { readFile } from 'node:fs/promises'
import type { BillingPack } from '../model/billing-pack.ts'
import { readBillingPack, type BillingPackFiles } from '../model/read-billing-pack.ts'

const shipped = new URL('../../../../packs/billing/', import.meta.url)

/** Payers, telehealth rules, service codes and prices. Throws when the files contradict themselves. */
export const loadBillingPack = async (folder: URL = shipped): Promise<BillingPack> => {
  const read = async <Name extends keyof BillingPackFiles>(file: string): Promise<BillingPackFiles[Name]> =>
    JSON.parse(await readFile(new URL(file, folder), 'utf8')) as BillingPackFiles[Name]
  const [payers, telehealthRules, serviceCodes, fees] = await Promise.all([
    read<'payers'>('payers.json'),
    read<'telehealthRules'>('telehealth-rules.json'),
    read<'serviceCodes'>('service-codes.json'),
    read<'fees'>('fees.json'),
  ])
  return readBillingPack({ payers, telehealthRules, serviceCodes, fees })
}
