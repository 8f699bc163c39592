import { operation } from '../../../../platform/contracts/operation.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { gatherDetails } from '../workflows/gather-details.ts'
import { replaceDetails } from '../workflows/replace-details.ts'

/** The patient's own words about the visit, as they are from now on. */
export const changeAppointmentReason = operation<SchedulingPorts>()('changeAppointmentReason', {
  gather: ({ path: { appointmentId } }, ports, context) => gatherDetails(ports, context, appointmentId),

  decide: ({ body: { reason } }, before, { now }) => replaceDetails(before, { ...before.details, reason }, now),
})
