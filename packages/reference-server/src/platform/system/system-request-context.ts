import { newId } from '../database/ids/new-id.ts'
import type { Caller } from '../contracts/caller.ts'
import type { RequestContext } from '../contracts/context.ts'
import { createAccess, type RecordedAccess } from '../audit/create-access.ts'

/** In the transaction of a unit of work, or of a reading once a vault is at hand. */
export type SystemRequestContext = Omit<RequestContext, 'vault' | 'access'> & { readonly access: RecordedAccess }

/**
 * The server itself at work in one organization, when no person asks: a reaction, a timer, a partner's message, a command. `worker` names
 * it in the audit, e.g. `labs.timer`; `requestId` is what the work belongs to, a new one where it belongs to nothing.
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
