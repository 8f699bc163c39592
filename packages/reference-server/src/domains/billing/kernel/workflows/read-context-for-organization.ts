import { systemRequestContext } from '../../../../platform/system/system-request-context.ts'
import type { ReadContext } from '../../../../platform/contracts/context.ts'
import type { Database } from '../../../../platform/contracts/database.ts'
import type { Vault } from '../../../../platform/contracts/vault.ts'

/**
 * The read context with which a timer calls other domains. It decrypts no patient data: that happens in the timer's unit of work, which is
 * audited.
 */
export const readContextForOrganization =
  ({ database, vault }: { readonly database: Pick<Database, 'reader'>; readonly vault: Vault }) =>
  (organizationId: string, timer: string, now: Date): ReadContext => ({
    ...systemRequestContext(timer, organizationId, now),
    vault,
    db: database.reader({ domain: 'billing', organizationId }),
  })
