import { operation } from '../../../platform/contracts/operation.ts'
import { pageOf, readPageQuery } from '../../../platform/database/ids/page-cursor.ts'
import type { RightsPorts } from '../ports.ts'
import { presentRequest } from '../presenters/present-request.ts'
import { listRequestsByPatient } from '../store/requests.ts'
import { gatherNames, membersOf } from '../workflows/gather-names.ts'

export const listPrivacyRequests = operation<RightsPorts>()('listPrivacyRequests', {
  gather: async ({ path: { patientId } }, { directory }, context) => {
    await directory.actingFor(context, patientId, 'record')
    await directory.patientZone(context, patientId)
  },
  read: async ({ path: { patientId }, query }, _, context, ports) => {
    const page = readPageQuery(query)
    const { items, nextCursor } = pageOf(await listRequestsByPatient(context.db, context, patientId, page), page)
    const nameOf = await gatherNames(ports, context, items.flatMap(membersOf))
    return {
      status: 200,
      body: {
        patientId,
        items: items.map((request) => presentRequest(request, { nameOf, access: context.access })),
        nextCursor,
      },
    }
  },
})
