import { readFile } from 'node:fs/promises'
import type { BillingPolicy } from '../model/billing-policy.ts'

const shipped = new URL('../../../../../packs/policy/billing.json', import.meta.url)

export const loadBillingPolicy = async (file: URL = shipped): Promise<BillingPolicy> =>
  JSON.parse(await readFile(file, 'utf8')) as BillingPolicy
