import { createAccess } from '../../../platform/audit/create-access.ts'
import { newId } from '../../../platform/database/new-id.ts'
import { systemCaller } from '../../../platform/events/consume-once.ts'
import type { AccessRow, Caller, Keeping, UnitOfWork } from '../../../platform/seams.ts'

export type RunForOrganization = <A>(
  organizationId: string,
  timer: string,
  now: Date,
  keep: (keeping: Keeping) => Promise<A>,
) => Promise<A>

/** A timer's unit of work. Whose information it opens or changes stands in the audit, under the timer's name. */
export const runForOrganization =
  (unitOfWork: UnitOfWork): RunForOrganization =>
  async (organizationId, timer, now, keep) => {
    const caller = systemCaller(timer, organizationId, now)
    const access = createAccess(caller, 'organization')
    const requestId = newId()
    const { answer } = await unitOfWork.run(
      {
        domain: 'billing',
        situation: { caller, requestId, now, access, newId },
        idempotency: null,
        audit: () => Array.from(access.touched, (patientId) => accessRow(caller, requestId, patientId, now)),
      },
      keep,
    )
    return answer
  }

const accessRow = (caller: Caller, requestId: string, patientId: string, at: Date): AccessRow => ({
  id: newId(),
  organizationId: caller.organizationId,
  at,
  requestId,
  operation: caller.personId,
  action: 'execute',
  entity: 'Account',
  entityId: null,
  patientId,
  outcome: 'done',
  refusal: null,
  because: 'billing',
  actorKind: 'system',
  actorId: caller.personId,
  actorRole: 'system',
  sessionId: caller.sessionId,
  clientId: caller.clientId,
  purpose: 'HPAYMT',
})
