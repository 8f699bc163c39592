import { operation } from '../../../platform/contracts/operation.ts'
import { pageOf, readPageQuery } from '../../../platform/database/ids/page-cursor.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import type { ComplianceContext } from '../ports.ts'
import { presentRecordRequest } from '../presenters/present-record-request.ts'
import { listRecordRequests as readRecordRequests } from '../store/record-requests.ts'
import { namesOfMembers } from '../workflows/gather-case.ts'

export const listRecordRequests = operation<ComplianceContext>()('listRecordRequests', {
  gather: ({ query }, { directory }, context) => directory.patientZone(context, query.patientId),
  read: async ({ query }, _, context, ports) => {
    const page = readPageQuery(query)
    const { items, nextCursor } = pageOf(await readRecordRequests(context, requireUuid(query.patientId), page), page)
    const names = await namesOfMembers(
      context,
      ports,
      items.map(({ decidedBy }) => decidedBy),
    )
    const shown = items.map((one) => presentRecordRequest(one, names))
    return { status: 200, body: { patientId: query.patientId, items: shown, nextCursor } }
  },
})
