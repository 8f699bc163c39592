import { operation } from '../../../../platform/contracts/operation.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { captionerNotMissing } from '../../problems.ts'
import { gatherDetails } from '../workflows/gather-details.ts'
import { replaceDetails } from '../workflows/replace-details.ts'

/** Where the captions come from that the patient needs. A later reason replaces an earlier one. */
export const explainMissingCaptioner = operation<SchedulingPorts>()('explainMissingCaptioner', {
  gather: ({ path: { appointmentId } }, ports, context) => gatherDetails(ports, context, appointmentId),

  decide: ({ body: { reason } }, before, { now }) => {
    const { missingCaptioner } = before.details
    if (!missingCaptioner) throw captionerNotMissing()
    return replaceDetails(before, { ...before.details, missingCaptioner: { reason } }, now)
  },
})
