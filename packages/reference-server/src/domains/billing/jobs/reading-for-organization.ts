import { createAccess } from '../../../platform/audit/create-access.ts'
import { newId } from '../../../platform/database/new-id.ts'
import { systemCaller } from '../../../platform/events/consume-once.ts'
import type { Database, Reading, Vault } from '../../../platform/seams.ts'

/** What a timer asks other domains with. It opens nothing of a patient: what does is done in the timer's unit of work, which is audited. */
export const readingForOrganization =
  ({ database, vault }: { readonly database: Pick<Database, 'reader'>; readonly vault: Vault }) =>
  (organizationId: string, timer: string, now: Date): Reading => {
    const caller = systemCaller(timer, organizationId, now)
    return {
      caller,
      requestId: newId(),
      now,
      access: createAccess(caller, 'organization'),
      vault,
      newId,
      db: database.reader({ domain: 'billing', organizationId }),
    }
  }
