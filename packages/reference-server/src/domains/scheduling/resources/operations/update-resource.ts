import { operation } from '../../../../platform/contracts/operation.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import { isUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { resourceChanged } from '../../events.ts'
import { replaceResource } from '../../kernel/store/resources.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { versionConflict } from '../../problems.ts'
import { requireValidResource } from '../model/require-valid-resource.ts'

/** Booked visits keep the resource, whatever its hours are now. */
export const updateResource = operation<SchedulingPorts>()('updateResource', {
  gather: async ({ path: { resourceId } }, { slots }, context) => {
    const before = isUuid(resourceId) ? (await slots.freshCalendar(context)).resource(resourceId) : undefined
    if (!before) throw notFound('resource_unknown')
    return { slots, before }
  },
  decide: ({ body: { version, ...changes } }, { slots, before }, { caller }) => {
    if (version !== before.version) throw versionConflict()
    const after = requireValidResource({ ...before, ...changes, version: version + 1 })
    return {
      writes: [replaceResource(after, before)],
      events: [resourceChanged(after)],
      committed: () => slots.apply(caller.organizationId, (calendar) => calendar.setResource(after)),
      otherwise: () => {
        throw versionConflict()
      },
      answer: { status: 200, body: after },
    }
  },
})
