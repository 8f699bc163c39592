import { pageOf, placeOf } from '../../../../platform/database/ids/page-of-ids.ts'
import { operation } from '../../../../platform/contracts/operation.ts'
import { describeRequest } from '../presenters/describe-request.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { openRequest, openRequestsOf } from '../store/pharmacy-requests.ts'

export const listPharmacyRequests = operation<PrescriptionsContext>()('listPharmacyRequests', {
  read: async ({ query }, _, reading, ports) => {
    const { practitionerId: asked } = query
    if (asked !== undefined) {
      await ports.directory.practitioner(reading, asked)
      reading.access.requireOwner([asked])
    }
    const practitionerId = asked ?? reading.caller.practitionerId
    const place = placeOf(query)
    const rows = practitionerId === null ? [] : await openRequestsOf(reading.db, reading, practitionerId, place)
    const { items, nextCursor } = pageOf(rows, place)
    const [requests, patients] = await Promise.all([
      Promise.all(items.map((row) => openRequest(reading.db, reading, row))),
      ports.directory.patientSummaries(reading, [...new Set(items.map(({ patient_id }) => patient_id))]),
    ])
    return {
      status: 200,
      body: { items: requests.map((request) => describeRequest(request, patients.get(request.patientId))), nextCursor },
    }
  },
})
