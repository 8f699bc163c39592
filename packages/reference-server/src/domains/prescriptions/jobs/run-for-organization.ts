import { createAccess } from '../../../platform/audit/create-access.ts'
import { newId } from '../../../platform/database/new-id.ts'
import { systemCaller } from '../../../platform/events/consume-once.ts'
import type { Keeping, UnitOfWork } from '../../../platform/seams.ts'

export type RunForOrganization = <A>(
  organizationId: string,
  now: Date,
  keep: (keeping: Keeping) => Promise<A>,
) => Promise<A>

/** A timer's unit of work. Timers open nothing, so no access is recorded; what they change is told by events. */
export const runForOrganization =
  (unitOfWork: UnitOfWork): RunForOrganization =>
  async (organizationId, now, keep) => {
    const caller = systemCaller('prescriptions', organizationId, now)
    const situation = { caller, requestId: newId(), now, access: createAccess(caller, 'organization'), newId }
    const { answer } = await unitOfWork.run(
      { domain: 'prescriptions', situation, idempotency: null, audit: () => [] },
      keep,
    )
    return answer
  }
