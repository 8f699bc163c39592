import { operation } from '../../../../platform/contracts/operation.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { renewRequest } from '../model/on-demand-request.ts'
import { readRequest, requests } from '../store/on-demand-requests.ts'
import { readRequestPresenter } from '../workflows/read-request-presenter.ts'
import { readVisibleDetails } from '../workflows/visible-details.ts'

export const renewOnDemand = operation<SchedulingPorts>()('renewOnDemand', {
  gather: async ({ path: { requestId } }, ports, context) => {
    const request = await readRequest(context.db, context, requestId)
    await ports.directory.actingFor(context, request.patientId, 'schedule')
    const [{ present }, details] = await Promise.all([
      readRequestPresenter(ports, context, [request]),
      readVisibleDetails(ports, context, request),
    ])
    return { request, details, present, renewMinutes: ports.policy.onDemand.renewMinutes }
  },
  decide: (_, { request, details, present, renewMinutes }, { now }) => {
    const after = renewRequest(request, renewMinutes, now)
    return {
      writes: [requests.replace(after, request)],
      answer: { status: 200, body: present(after, details, request.position) },
    }
  },
})
