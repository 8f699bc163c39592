import { operation } from '../../../platform/contracts/operation.ts'
import type { CompliancePorts } from '../ports.ts'
import { listAccesses } from '../store/accesses.ts'
import { pageOf, readPageQuery } from '../../../platform/database/ids/page-cursor.ts'
import { readReviewedAccesses } from '../workflows/read-reviewed-accesses.ts'

/** Includes earlier reads of this list: reading it is an access too. */
export const listPatientAccesses = operation<CompliancePorts>()('listPatientAccesses', {
  gather: async ({ path }, { directory, settleAccesses }, context) => {
    await directory.actingFor(context, path.patientId, 'record')
    await directory.patientZone(context, path.patientId)
    await settleAccesses()
  },
  read: async ({ path: { patientId }, query }, _, context, ports) => {
    const page = readPageQuery(query)
    const notBy = query.others === true ? context.caller.personId : undefined
    const filter = { patientId, from: query.from, to: query.to, notBy }
    const { items, nextCursor } = pageOf(await listAccesses(context.db, filter, page), page)
    return { status: 200, body: { patientId, items: await readReviewedAccesses(items, context, ports), nextCursor } }
  },
})
