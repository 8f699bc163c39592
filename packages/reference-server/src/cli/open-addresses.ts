import type { Config } from '../config.ts'
import { composeEgress } from '../composition/compose-egress.ts'
import { loadKeyProvider } from '../composition/open-platform.ts'
import { addressContext, patientOfAddress } from '../platform/audit/client-address.ts'
import type { HashedRow } from '../platform/audit/chain.ts'
import { createAccess } from '../platform/audit/create-access.ts'
import type { PlatformDatabase } from '../platform/database/open/open-database.ts'
import { Problem } from '../platform/problems/problem.ts'
import { createVault } from '../platform/vault/create-vault.ts'

/** The address of the client of a row; null if it was erased with the patient. */
export type OpenAddress = (row: HashedRow, sealed: Uint8Array) => Promise<string | null>

/** Opens addresses of the ledger with the keys of a deployment. The command leaves a row in the ledger of each organization before. */
export const openAddresses = async (database: PlatformDatabase, config: Config): Promise<OpenAddress> => {
  const vault = createVault(await loadKeyProvider(config, composeEgress(config)))
  const access = createAccess({ patientIds: [] }, 'organization')
  return async ({ organizationId, sessionId, actorKind, actorId }, sealed) => {
    const patientId = patientOfAddress({ kind: actorKind, personId: actorId })
    const db = database.reader({ domain: 'identity', organizationId })
    try {
      return await vault.open<string>(db, access, addressContext(organizationId, sessionId, patientId), sealed)
    } catch (error) {
      if (error instanceof Problem && error.code === 'record_erased') return null
      throw error
    }
  }
}
