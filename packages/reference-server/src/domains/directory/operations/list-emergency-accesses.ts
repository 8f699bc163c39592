import { operation } from '../../../platform/contracts/operation.ts'
import { pageOf, readPageQuery } from '../../../platform/database/ids/page-cursor.ts'
import type { DirectoryPorts } from '../ports.ts'
import { readEmergencyReports } from '../workflows/read-emergency-reports.ts'
import { listEmergencyAccesses as list } from '../store/emergency-accesses.ts'
import { seesEveryEmergency } from '../workflows/sees-every-emergency.ts'

export const listEmergencyAccesses = operation<DirectoryPorts>()('listEmergencyAccesses', {
  read: async ({ query: { waiting, ...paging } }, _, context, { permissionsOf }) => {
    const page = readPageQuery(paging)
    const filter = { waiting: waiting === true, escalated: !seesEveryEmergency(permissionsOf(context.caller)) }
    const { items, nextCursor } = pageOf(await list(context.db, filter, page), page)
    return { status: 200, body: { items: await readEmergencyReports(context, items), nextCursor } }
  },
})
