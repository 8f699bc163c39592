import type { DomainJob } from '../../../../platform/contracts/domain-job.ts'
import { changeEachDue, type DueChanges } from '../../../../platform/system/change-each-due.ts'
import { onDemandChanged } from '../../events.ts'
import { endRequest } from '../model/on-demand-request.ts'
import { listLeftRequests, requests } from '../store/on-demand-requests.ts'

/** Ends the requests of patients who have left the page. */
export const expireOnDemand = (due: DueChanges): DomainJob => ({
  name: 'scheduling.expire-on-demand',
  everySeconds: 60,
  run: (now) =>
    changeEachDue(due, now, {
      list: 'scheduling.due_on_demand',
      find: listLeftRequests,
      idOf: ({ id }) => id,
      decide: (request) => {
        const after = endRequest(request, 'expired')
        return { writes: [requests.replace(after, request)], events: [onDemandChanged(after)], answer: undefined }
      },
    }),
})
