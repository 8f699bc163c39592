import { operation } from '../../../platform/contracts/operation.ts'
import type { CompliancePorts } from '../ports.ts'
import { listAccesses } from '../store/accesses.ts'
import { pageOf, placeOf } from '../../../platform/database/ids/page-of-ids.ts'
import { describeAccesses } from '../presenters/describe-accesses.ts'

/** Shows also who looked at this list before: looking is an access like any other. */
export const listPatientAccesses = operation<CompliancePorts>()('listPatientAccesses', {
  gather: async ({ path }, { directory, settleAccesses }, reading) => {
    await directory.actingFor(reading, path.patientId, 'record')
    await directory.patientZone(reading, path.patientId)
    await settleAccesses()
  },
  read: async ({ path: { patientId }, query }, _, reading, ports) => {
    const place = placeOf(query)
    const filter = { patientId, from: query.from, to: query.to, others: query.others }
    const { items, nextCursor } = pageOf(await listAccesses(reading.db, filter, place), place)
    return { status: 200, body: { patientId, items: await describeAccesses(items, reading, ports), nextCursor } }
  },
})
