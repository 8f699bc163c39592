import { operation } from '../../../platform/contracts/operation.ts'
import { pageOf, readPageQuery } from '../../../platform/database/ids/page-cursor.ts'
import type { VisitsContext } from '../ports.ts'
import { listEmergencyAdmissions as list } from '../store/emergency-admissions.ts'
import { readEmergencyAdmissions } from '../workflows/read-emergency-admissions.ts'

export const listEmergencyAdmissions = operation<VisitsContext>()('listEmergencyAdmissions', {
  gather: async ({ query: { waiting, ...paging } }, ports, context) => {
    const page = readPageQuery(paging)
    const filter = { waiting: waiting === true, escalated: !ports.reviewsAccesses(context.caller) }
    const { items, nextCursor } = pageOf(await list(context.db, filter, page), page)
    return { items: await readEmergencyAdmissions(ports, context, items), nextCursor }
  },
  read: async (_, { items, nextCursor }) => ({ status: 200, body: { items, nextCursor } }),
})
