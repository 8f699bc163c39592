import { systemRequestContext } from '../../../platform/system/system-request-context.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { Database } from '../../../platform/contracts/database.ts'
import type { Vault } from '../../../platform/contracts/vault.ts'

export interface SystemReadContextDeps {
  readonly database: Pick<Database, 'reader'>
  readonly vault: Vault
  readonly clock: () => Date
}
export type SystemReadContext = (organizationId: string, purpose: string) => ReadContext

/**
 * A read context of the server itself, for decisions while a transmission is in progress. What it decrypts concerns the transmission's
 * patient, whose audit row is written when the transmission is settled.
 */
export const systemReadContext =
  ({ database, vault, clock }: SystemReadContextDeps): SystemReadContext =>
  (organizationId, purpose) => ({
    ...systemRequestContext(`messaging.${purpose}`, organizationId, clock()),
    vault,
    db: database.reader({ domain: 'messaging', organizationId }),
  })
