import { operation } from '../../../../platform/contracts/operation.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import { availabilityChanged } from '../../events.ts'
import { requireValidWindows } from '../model/require-valid-windows.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { unknownReference, versionConflict } from '../../problems.ts'
import { writeAvailability } from '../../kernel/store/availability.ts'

/**
 * Replaces a practitioner's availability. Existing appointments are not affected: the exclusion constraint knows times, not availability.
 */
export const putAvailability = operation<SchedulingPorts>()('putAvailability', {
  gather: async ({ path: { practitionerId }, body }, { slots }, context) => {
    const zone = requireValidWindows(body)
    const calendar = await slots.calendarKnowing(context, { practitionerId })
    if (!calendar.practitioner(practitionerId)) throw notFound('practitioner_unknown')
    context.access.requireOwner([practitionerId])
    for (const window of [...body.weekly, ...body.exceptions.flatMap(({ windows }) => windows)])
      if (window.visitTypeIds?.some((id) => !calendar.visitType(id)))
        throw unknownReference('/weekly', 'Every one of visitTypeIds must be the id of a visit type.')
    return { slots, zone }
  },
  decide: ({ path: { practitionerId }, body }, { slots, zone }, { caller }) => {
    const next = { ...body, zone, practitionerId, version: body.version + 1 }
    return {
      writes: [writeAvailability(next)],
      events: [availabilityChanged(practitionerId, next.version)],
      committed: () => slots.apply(caller.organizationId, (calendar) => calendar.setAvailability(next)),
      otherwise: () => {
        throw versionConflict()
      },
      answer: { status: 200, body: next },
    }
  },
})
