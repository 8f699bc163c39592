import { operation } from '../../../../platform/contracts/operation.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import { isUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { visitTypeChanged } from '../../events.ts'
import { changeVisitType } from '../model/change-visit-type.ts'
import { validateVisitType } from '../model/validate-visit-type.ts'
import { requireKnownSpecialties } from '../model/require-known-specialties.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { invalidRequest, versionConflict } from '../../problems.ts'
import { replaceVisitType } from '../../kernel/store/visit-types.ts'

/** Booked appointments keep their length and their time. A hold is booked as it was placed. */
export const updateVisitType = operation<SchedulingPorts>()('updateVisitType', {
  gather: async ({ path: { visitTypeId }, body }, { slots, specialties }, context) => {
    requireKnownSpecialties(body, specialties)
    const before = isUuid(visitTypeId)
      ? (await slots.calendarKnowing(context, { visitTypeId })).visitType(visitTypeId)
      : undefined
    if (!before) throw notFound('visit_type_unknown')
    return { slots, before }
  },
  decide: ({ body }, { slots, before }, { caller }) => {
    if (body.version !== before.version) throw versionConflict()
    const after = changeVisitType(before, body)
    const faults = validateVisitType(after)
    if (faults.length > 0) throw invalidRequest(faults)
    return {
      writes: [replaceVisitType(after, before)],
      events: [visitTypeChanged(after)],
      committed: () => slots.apply(caller.organizationId, (calendar) => calendar.setVisitType(after)),
      otherwise: () => {
        throw versionConflict()
      },
      answer: { status: 200, body: after },
    }
  },
})
