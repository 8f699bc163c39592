import type { WriteContext } from '../../../platform/contracts/context.ts'
import { loadBillingPack, setUpBilling } from '../index.ts'

const provider = {
  organizationName: 'Lakeside Health Sample Group',
  npi: '1999999984',
  taxonomy: '207Q00000X',
  taxId: { kind: 'ein', number: '999999999' },
  address: { line1: '100 Sample Avenue', line2: null, city: 'Exampleville', state: 'OH', postalCode: '430040001' },
} as const

/** Sets up the provider, the payers and the prices of Lakeside Health. */
export const setUpSampleBilling = async (context: WriteContext, today: string): Promise<void> =>
  setUpBilling(context, { cptLicensed: false, provider }, await loadBillingPack(), today)
