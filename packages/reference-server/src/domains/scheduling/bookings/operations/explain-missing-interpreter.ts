import { operation } from '../../../../platform/contracts/operation.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { interpreterNotMissing } from '../../problems.ts'
import { gatherDetails } from '../workflows/gather-details.ts'
import { replaceDetails } from '../workflows/replace-details.ts'

/** Why the visit takes place without the interpreter whom the patient needs. A later reason replaces an earlier one. */
export const explainMissingInterpreter = operation<SchedulingPorts>()('explainMissingInterpreter', {
  gather: ({ path: { appointmentId } }, ports, context) => gatherDetails(ports, context, appointmentId),

  decide: ({ body: { reason } }, before, { now }) => {
    const { missingInterpreter } = before.details
    if (!missingInterpreter) throw interpreterNotMissing()
    return replaceDetails(before, { ...before.details, missingInterpreter: { ...missingInterpreter, reason } }, now)
  },
})
