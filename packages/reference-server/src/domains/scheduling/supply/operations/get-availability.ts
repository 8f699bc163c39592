import { operation } from '../../../../platform/contracts/operation.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { readAvailability } from '../../kernel/store/availability.ts'

/** A practitioner without availability has version 0 and no windows. */
export const getAvailability = operation<SchedulingPorts>()('getAvailability', {
  gather: async ({ path: { practitionerId } }, { slots }, context) => {
    const practitioner = (await slots.calendarKnowing(context, { practitionerId })).practitioner(practitionerId)
    if (!practitioner) throw notFound('practitioner_unknown')
    return practitioner
  },
  read: async (_, { id, zone }, { db }) => {
    const stored = await readAvailability(db, id)
    return {
      status: 200,
      body: stored ?? { practitionerId: id, zone, weekly: [], exceptions: [], timeOff: [], version: 0 },
    }
  },
})
