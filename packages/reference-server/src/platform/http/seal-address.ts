import { addressContext, patientOfAddress } from '../audit/client-address.ts'
import type { Database } from '../contracts/database.ts'
import type { Vault } from '../contracts/vault.ts'
import { Problem } from '../problems/problem.ts'
import type { SealAddress } from './client-origins.ts'

/** The longest text of an IPv6 address. A proxy in front may send anything. */
const longestAddress = 45

/** Nothing can be sealed for a person whose record is erased. What they may still do is not refused for it. */
const noAddress = new Uint8Array(0)

/** Seals an address for the ledger: it says where a person is, and the ledger is kept for years. */
export const createSealAddress =
  ({ database, vault }: { readonly database: Database; readonly vault: Pick<Vault, 'seal'> }): SealAddress =>
  async ({ id, organizationId, caller }, address) => {
    const db = database.reader({ domain: 'identity', organizationId })
    const context = addressContext(organizationId, id, patientOfAddress(caller))
    try {
      return await vault.seal(db, context, address.slice(0, longestAddress))
    } catch (error) {
      if (error instanceof Problem && error.code === 'record_erased') return noAddress
      throw error
    }
  }
