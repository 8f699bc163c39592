import { operation } from '../../../../platform/contracts/operation.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { readRequest } from '../store/on-demand-requests.ts'
import { readRequestPresenter } from '../workflows/read-request-presenter.ts'
import { readVisibleDetails } from '../workflows/visible-details.ts'

export const getOnDemand = operation<SchedulingPorts>()('getOnDemand', {
  read: async ({ path: { requestId } }, _, context, ports) => {
    const request = await readRequest(context.db, context, requestId)
    await ports.directory.actingFor(context, request.patientId, 'schedule')
    const [{ present }, details] = await Promise.all([
      readRequestPresenter(ports, context, [request]),
      readVisibleDetails(ports, context, request),
    ])
    return { status: 200, body: present(request, details, request.position) }
  },
})
