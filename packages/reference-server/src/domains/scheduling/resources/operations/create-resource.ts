import { operation } from '../../../../platform/contracts/operation.ts'
import { resourceChanged } from '../../events.ts'
import { insertResource, type Resource } from '../../kernel/store/resources.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { requireValidResource } from '../../supply/model/require-valid-resource.ts'

export const createResource = operation<SchedulingPorts>()('createResource', {
  gather: async (_, { slots }) => slots,
  decide: ({ body }, slots, { caller, newId }) => {
    const resource: Resource = requireValidResource({ languages: [], ...body, id: newId(), active: true, version: 1 })
    return {
      writes: [insertResource(resource)],
      events: [resourceChanged(resource)],
      committed: () => slots.apply(caller.organizationId, (calendar) => calendar.setResource(resource)),
      answer: { status: 201, headers: { location: `/v1/resources/${resource.id}` }, body: resource },
    }
  },
})
