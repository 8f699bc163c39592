import { newId } from '../database/ids/new-id.ts'
import type { RequestContext } from '../contracts/context.ts'
import type { AccessRow } from '../contracts/ledger.ts'

/** What the audit says of one act of the server itself, under its worker's name: what is not given here is the same for all of them. */
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
