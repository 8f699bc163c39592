import { operation } from '../../../../platform/contracts/operation.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { declineRequest } from '../model/appointment-request.ts'
import { declinedChange } from '../workflows/declined-change.ts'
import { gatherRequest } from '../workflows/gather-request.ts'

/** Declines a requested time, which is free at once. */
export const declineAppointment = operation<SchedulingPorts>()('declineAppointment', {
  gather: async ({ path: { appointmentId } }, ports, context) => ({
    ...(await gatherRequest(ports, context, appointmentId)),
    slots: ports.slots,
  }),
  decide: ({ body }, { appointment: before, details, slots, present }, { caller, now }) => {
    const after = declineRequest(before, body.reason, now)
    return {
      ...declinedChange(slots, caller.organizationId, before, after),
      answer: { status: 200, body: present(after, details) },
    }
  },
})
