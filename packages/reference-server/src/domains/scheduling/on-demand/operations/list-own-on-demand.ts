import { operation } from '../../../../platform/contracts/operation.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { listOwnRequests } from '../store/on-demand-requests.ts'
import { readRequestPage } from '../workflows/read-request-page.ts'
import { readVisibleDetails } from '../workflows/visible-details.ts'

/** Without `past`, a request that was taken is listed as long as one that is not renewed: its visit begins within that time. */
export const listOwnOnDemand = operation<SchedulingPorts>()('listOwnOnDemand', {
  read: async ({ query }, _, context, ports) => {
    const { caller, db, now } = context
    const scopesFor = await ports.directory.scopesFor(context)
    const patientIds = caller.patientIds.filter((id) => scopesFor(id).has('schedule'))
    const takenAfter = new Date(now.getTime() - ports.policy.onDemand.renewMinutes * 60_000)
    const body = await readRequestPage(ports, context, query, {
      list: (after, take) => listOwnRequests(db, patientIds, query.past ? 'all' : { now, takenAfter }, after, take),
      detailsOf: (request) => readVisibleDetails(ports, context, request),
    })
    return { status: 200, body }
  },
})
