import { operation } from '../../../platform/contracts/operation.ts'
import { pageOf, readPageQuery } from '../../../platform/database/ids/page-cursor.ts'
import type { ObligationContext } from '../ports.ts'
import { presentIncident } from '../presenters/present-incident.ts'
import { listIncidents as readIncidents } from '../store/incidents.ts'
import { namesOfReporters } from '../workflows/gather-incident.ts'

export const listIncidents = operation<ObligationContext>()('listIncidents', {
  read: async ({ query }, _, context, ports) => {
    const page = readPageQuery(query)
    const { items, nextCursor } = pageOf(await readIncidents(context.db, context, page), page)
    const names = await namesOfReporters(ports, context, items)
    const presented = await Promise.all(
      items.map(async (incident) => presentIncident(incident, await incident.decrypt(), names)),
    )
    return { status: 200, body: { items: presented, nextCursor } }
  },
})
