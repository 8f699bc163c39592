import type { FaultyProperty } from '../../../../platform/problems/problem.ts'
import type { ReadContext } from '../../../../platform/contracts/context.ts'
import { sliceMs } from '../../kernel/model/slice.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { invalidRequest } from '../../problems.ts'

/** For whom the rules are lifted, of a hold or of visits in a row. */
interface Overridden {
  readonly practitionerId?: string | undefined
  readonly patientId?: string | undefined
  readonly appointmentId?: string | undefined
  readonly start: string
}

const required = (pointer: string, message: string): FaultyProperty => ({ pointer, code: 'required', message })

/** Refuses a hold outside the rules without someone who answers for it: a practitioner, a patient, and a caller who may lift the rules. */
export const requireOverridable = async (
  { requireOverride }: SchedulingPorts,
  context: ReadContext,
  { practitionerId, patientId, appointmentId, start }: Overridden,
): Promise<string> => {
  await requireOverride(context, practitionerId ?? '')
  if (practitionerId === undefined)
    throw invalidRequest([required('/practitionerId', 'Must be given with override: whose rules are lifted.')])
  if (patientId === undefined && appointmentId === undefined)
    throw invalidRequest([required('/patientId', 'Must be given with override: for whom the rules are lifted.')])
  if (Date.parse(start) % sliceMs !== 0)
    throw invalidRequest([{ pointer: '/start', code: 'multiple_of', message: 'Must be a multiple of 5 minutes.' }])
  context.access.because('override')
  return practitionerId
}
