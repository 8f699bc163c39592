import type { components } from '@visitkit/contract'
import { dateOf } from '../model/monitor/local-time.ts'
import type { StoredRecordRequest } from '../model/record-request.ts'
import type { MemberNames } from './present-access-cases.ts'

export const presentRecordRequest = (
  request: StoredRecordRequest,
  names: MemberNames,
): components['schemas']['RecordRequest'] => {
  const { id, patientId, receivedDay, proceeding, basis, requester, what, decision, ground, consentId } = request
  return {
    ...{ id, patientId, receivedOn: dateOf(receivedDay), proceeding, basis, requester, what, decision, ground },
    ...(consentId !== null && { consentId }),
    decidedAt: request.decidedAt.toISOString(),
    decidedBy: names.get(request.decidedBy) ?? null,
  }
}
