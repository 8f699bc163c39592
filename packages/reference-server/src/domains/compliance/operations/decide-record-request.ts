import { operation } from '../../../platform/contracts/operation.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { decideProceeding, receivedDayOf, type StoredRecordRequest } from '../model/record-request.ts'
import type { ComplianceContext } from '../ports.ts'
import { presentRecordRequest } from '../presenters/present-record-request.ts'
import { insertRecordRequest } from '../store/record-requests.ts'
import { namesOfMembers } from '../workflows/gather-case.ts'
import { todayIn } from '../workflows/gather-disclosure.ts'

export const decideRecordRequest = operation<ComplianceContext>()('decideRecordRequest', {
  gather: async ({ body }, ports, context) => {
    const { organizationId, personId } = context.caller
    await ports.directory.patientZone(context, body.patientId)
    const [today, names, hasRecords, consent] = await Promise.all([
      todayIn(context, ports),
      namesOfMembers(context, ports, [personId]),
      ports.partTwo.hasRecords(organizationId, body.patientId),
      ports.partTwo.consentToProceedings(organizationId, body.patientId),
    ])
    return { today, names, facts: { hasRecords, consent } }
  },
  decide: ({ body }, { today, names, facts }, { caller, newId, now }) => {
    const { proceeding, basis, requester, what } = body
    const request: StoredRecordRequest = {
      ...{ id: newId(), patientId: requireUuid(body.patientId), proceeding, basis, requester, what },
      receivedDay: receivedDayOf(body.receivedOn, today),
      ...decideProceeding(basis, facts, now),
      ...{ decidedAt: now, decidedBy: caller.personId },
    }
    return {
      writes: [insertRecordRequest(request)],
      answer: {
        status: 201,
        headers: { location: `/v1/record-requests?patientId=${request.patientId}` },
        body: presentRecordRequest(request, names),
      },
    }
  },
})
