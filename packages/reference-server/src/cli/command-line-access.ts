import type { PlatformDatabase } from '../platform/database/open/open-database.ts'
import { createLedger } from '../platform/audit/ledger.ts'
import type { AccessRow } from '../platform/contracts/ledger.ts'
import { createClientRegistry } from '../platform/identity/client-registry.ts'
import { createLogger } from '../platform/logging/logger.ts'
import { systemAccess } from '../platform/system/system-access.ts'
import { operatorRequestContext } from './list-dead-letters.ts'

/** An act of the operator that concerns a whole organization. */
export const operatorAccess = (
  organizationId: string,
  act: Pick<AccessRow, 'operation'> & Partial<AccessRow>,
): AccessRow =>
  systemAccess(operatorRequestContext(organizationId), {
    entity: 'Organization',
    entityId: organizationId,
    patientId: null,
    because: 'operator',
    purpose: 'HSYSADMIN',
    ...act,
  })

/** Leaves a row for an act of the operator in the ledger of every organization, on a database whose server may run elsewhere. */
export const recordForOrganizations = async (database: PlatformDatabase, operation: string): Promise<number> => {
  const ledger = createLedger({ database, journal: null, log: createLogger({ level: 'silent' }) })
  try {
    const organizationIds = await createClientRegistry(database).organizationIds()
    if (organizationIds.length > 0)
      await ledger.append(organizationIds.map((organizationId) => operatorAccess(organizationId, { operation })))
    await ledger.settle()
    return organizationIds.length
  } finally {
    await ledger.stop()
  }
}
