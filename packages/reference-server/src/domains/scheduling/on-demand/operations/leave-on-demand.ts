import { operation } from '../../../../platform/contracts/operation.ts'
import { onDemandChanged } from '../../events.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { endRequest } from '../model/on-demand-request.ts'
import { readRequest, requests } from '../store/on-demand-requests.ts'

/** Idempotent. An appointment of a request that was taken stays. */
export const leaveOnDemand = operation<SchedulingPorts>()('leaveOnDemand', {
  gather: async ({ path: { requestId } }, { directory }, context) => {
    const request = await readRequest(context.db, context, requestId)
    await directory.actingFor(context, request.patientId, 'schedule')
    context.access.touch(request.patientId)
    return request
  },
  decide: (_, request) => {
    const answer = { status: 204 } as const
    if (request.status !== 'waiting') return { answer }
    const after = endRequest(request, 'cancelled')
    return { writes: [requests.replace(after, request)], events: [onDemandChanged(after)], answer }
  },
})
