import { newId } from '../database/ids/new-id.ts'
import type { RequestContext } from '../contracts/context.ts'
import type { AccessRow } from '../contracts/ledger.ts'

/** The audit row of one act of the server itself, under its worker's name. Properties that are not given are the same for all such rows. */
export const systemAccess = (
  { caller, requestId, now }: Pick<RequestContext, 'caller' | 'requestId' | 'now'>,
  act: Pick<AccessRow, 'entity' | 'entityId' | 'patientId' | 'because' | 'purpose'> & Partial<AccessRow>,
): AccessRow => ({
  id: newId(),
  organizationId: caller.organizationId,
  at: now,
  requestId,
  operation: caller.personId,
  action: 'execute',
  outcome: 'done',
  refusal: null,
  actorKind: 'system',
  actorId: caller.personId,
  actorRole: 'system',
  sessionId: caller.sessionId,
  clientId: caller.clientId,
  onBehalfOf: null,
  ...act,
})
