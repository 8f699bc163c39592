import { newId } from '../database/ids/new-id.ts'
import type { Caller } from '../contracts/caller.ts'
import type { RequestContext } from '../contracts/context.ts'
import { createAccess, type RecordedAccess } from '../audit/create-access.ts'

/** The context of a unit of work, or of a read with a vault. */
export type SystemRequestContext = Omit<RequestContext, 'vault' | 'access'> & { readonly access: RecordedAccess }

/**
 * The context of the server itself in one organization, without a person's request: a reaction, a job, a partner's message, a command.
 * `worker` names it in the audit, e.g. `labs.timer`. `requestId` identifies what the work belongs to; default: a new one.
 */
export const systemRequestContext = (
  worker: string,
  organizationId: string,
  now: Date,
  requestId: string = newId(),
): SystemRequestContext => {
  const caller: Caller = {
    sessionId: 'system',
    organizationId,
    kind: 'system',
    personId: worker,
    roles: ['system'],
    patientIds: [],
    practitionerId: null,
    clientId: 'visitkit-server',
    origin: null,
    authenticatedAt: now,
  }
  return { caller, requestId, now, access: createAccess(caller, 'organization'), newId }
}
