import { randomUUID } from 'node:crypto'
import { createAccess } from '../../../platform/audit/create-access.ts'
import { newId } from '../../../platform/database/new-id.ts'
import type { Caller, Keeping, UnitOfWork } from '../../../platform/seams.ts'

export type RunForOrganization = <A>(
  organizationId: string,
  now: Date,
  keep: (keeping: Keeping) => Promise<A>,
) => Promise<A>

/** A timer's unit of work. Timers open nothing, so no access is recorded; what they change is told by events. */
export const runForOrganization =
  (unitOfWork: UnitOfWork): RunForOrganization =>
  async (organizationId, now, keep) => {
    const caller: Caller = {
      sessionId: '',
      organizationId,
      kind: 'system',
      personId: 'follow-up',
      roles: [],
      patientIds: [],
      practitionerId: null,
      clientId: '',
      origin: null,
      authenticatedAt: now,
    }
    const situation = {
      caller,
      requestId: randomUUID(),
      now,
      access: createAccess(caller, 'organization'),
      newId: () => newId(),
    }
    const { answer } = await unitOfWork.run(
      { domain: 'follow_up', situation, idempotency: null, audit: () => [] },
      keep,
    )
    return answer
  }
