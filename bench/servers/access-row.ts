import type { AccessRow } from '../../packages/reference-server/src/platform/contracts/ledger.ts'
import { newId } from '../../packages/reference-server/src/platform/database/ids/new-id.ts'

/** A row of the ledger with the values of a real one: a practitioner read a patient. */
export const accessRowOf = (organizationId: string, patientId: string): AccessRow => ({
  id: newId(),
  organizationId,
  at: new Date(),
  requestId: newId(),
  operation: 'getPatient',
  action: 'read',
  entity: 'Patient',
  entityId: patientId,
  patientId,
  outcome: 'done',
  refusal: null,
  because: 'demographics',
  actorKind: 'member',
  actorId: newId(),
  actorRole: 'practitioner',
  sessionId: newId(),
  clientId: 'bench',
  purpose: 'TREAT',
  onBehalfOf: null,
})
