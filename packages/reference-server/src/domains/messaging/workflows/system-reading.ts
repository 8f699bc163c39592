import { systemSituation } from '../../../platform/system/system-situation.ts'
import type { Reading } from '../../../platform/contracts/context.ts'
import type { Database } from '../../../platform/contracts/database.ts'
import type { Vault } from '../../../platform/contracts/vault.ts'

export interface SystemReadingDeps {
  readonly database: Pick<Database, 'reader'>
  readonly vault: Vault
  readonly clock: () => Date
}
export type SystemReading = (organizationId: string, purpose: string) => Reading

/**
 * A reading of the server's own, for what is decided while a transmission is under way. What it opens concerns the transmission's own
 * patient, whose audit row is written when the transmission is settled.
 */
export const systemReading =
  ({ database, vault, clock }: SystemReadingDeps): SystemReading =>
  (organizationId, purpose) => ({
    ...systemSituation(`messaging.${purpose}`, organizationId, clock()),
    vault,
    db: database.reader({ domain: 'messaging', organizationId }),
  })
