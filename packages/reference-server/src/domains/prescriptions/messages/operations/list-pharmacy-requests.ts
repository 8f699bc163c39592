import { pageOf, readPageQuery } from '../../../../platform/database/ids/page-cursor.ts'
import { operation } from '../../../../platform/contracts/operation.ts'
import { presentRequest } from '../presenters/present-request.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { decryptRequest, listOpenRequests } from '../store/pharmacy-requests.ts'

export const listPharmacyRequests = operation<PrescriptionsContext>()('listPharmacyRequests', {
  read: async ({ query }, _, context, ports) => {
    const { practitionerId: requestedId } = query
    if (requestedId !== undefined) {
      await ports.directory.practitioner(context, requestedId)
      context.access.requireOwner([requestedId])
    }
    const practitionerId = requestedId ?? context.caller.practitionerId
    const page = readPageQuery(query)
    const rows = practitionerId === null ? [] : await listOpenRequests(context.db, context, practitionerId, page)
    const { items, nextCursor } = pageOf(rows, page)
    const [requests, patients] = await Promise.all([
      Promise.all(items.map((row) => decryptRequest(context.db, context, row))),
      ports.directory.patientSummaries(context, [...new Set(items.map(({ patient_id }) => patient_id))]),
    ])
    return {
      status: 200,
      body: { items: requests.map((request) => presentRequest(request, patients.get(request.patientId))), nextCursor },
    }
  },
})
