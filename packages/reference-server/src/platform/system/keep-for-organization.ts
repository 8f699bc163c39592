import type { Change } from '../contracts/change.ts'
import type { DecideContext } from '../contracts/context.ts'
import type { UnitOfWork } from '../contracts/unit-of-work.ts'
import { systemRequestContext } from './system-request-context.ts'

/** A change of the server itself in one organization, by default of a domain's jobs. */
export type KeepForOrganization = (
  organizationId: string,
  now: Date,
  decide: (isRepeated: boolean, context: DecideContext) => Change<void> | Promise<Change<void>>,
) => Promise<void>

/** Jobs show information to no person, so no access is recorded; their changes are in events. */
export const keepForOrganization =
  (unitOfWork: UnitOfWork, domain: string, worker = `${domain}.timer`): KeepForOrganization =>
  async (organizationId, now, decide) => {
    const context = systemRequestContext(worker, organizationId, now)
    await unitOfWork.keep<void>({ domain, context, idempotency: null, audit: () => [] }, (isRepeated) =>
      decide(isRepeated, context),
    )
  }
