import { enqueueTransmission } from '../../platform/partners/enqueue-transmission.ts'
import type { Keeping, Statement } from '../../platform/seams.ts'
import type { ScriptPayload } from './model/compose-script.ts'
import { hoursAfter, type PrescribingPolicy } from './model/prescribing-policy.ts'
import { keepOutgoing } from './store/messages.ts'

export const schema = 'prescriptions'
export const transmissionKind = 'script'

/**
 * Stores a message to the network with the fact that it tells, and what it is about, so that an answer finds its prescription however
 * late it comes. Messages about one prescription leave in the order in which they were stored. Returns the message's id.
 * `beside` is written in the same statement.
 */
export const sendScript = async (
  keeping: Keeping,
  payload: ScriptPayload,
  patientId: string,
  { silence }: Pick<PrescribingPolicy, 'silence'>,
  beside: readonly Statement[] = [],
): Promise<string> => {
  const messageId = await enqueueTransmission(keeping, schema, {
    kind: transmissionKind,
    subjectId: payload.prescriptionId,
    patientId,
    payload,
    expiresAt: hoursAfter(keeping.now, silence.networkGivenUpAfterHours),
  })
  const { prescriptionId, about } = payload
  await keepOutgoing(keeping.tx, keeping, { messageId, prescriptionId, patientId, about }, beside)
  return messageId
}
