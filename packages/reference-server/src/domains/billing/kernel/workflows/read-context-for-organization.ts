import { systemRequestContext } from '../../../../platform/system/system-request-context.ts'
import type { ReadContext } from '../../../../platform/contracts/context.ts'
import type { Database } from '../../../../platform/contracts/database.ts'
import type { Vault } from '../../../../platform/contracts/vault.ts'

/** What a timer asks other domains with. It opens nothing of a patient: what does is done in the timer's unit of work, which is audited. */
export const readContextForOrganization =
  ({ database, vault }: { readonly database: Pick<Database, 'reader'>; readonly vault: Vault }) =>
  (organizationId: string, timer: string, now: Date): ReadContext => ({
    ...systemRequestContext(timer, organizationId, now),
    vault,
    db: database.reader({ domain: 'billing', organizationId }),
  })
