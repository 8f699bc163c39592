import type { Change } from '../../../../platform/contracts/change.ts'
import type { DecideContext } from '../../../../platform/contracts/context.ts'
import type { EnqueuedTransmission } from '../../../../platform/contracts/transmission.ts'
import type { Prescription } from '../model/prescription.ts'
import type { ScriptPayload } from '../model/compose-script.ts'
import { hoursAfter, type PrescribingPolicy } from '../model/prescribing-policy.ts'
import { insertOutgoingMessage } from '../store/messages.ts'

export const schema = 'prescriptions'
export const transmissionKind = 'script'

/**
 * A message to the network together with its subject, so that a response finds its prescription however late it arrives. Messages about one
 * prescription are sent in the order in which they were stored. `messageId` is a new id.
 */
export const sendScript = (
  { now }: Pick<DecideContext, 'now'>,
  messageId: string,
  payload: ScriptPayload,
  { patientId, visitId, continuedVisitId }: Pick<Prescription, 'patientId' | 'visitId' | 'continuedVisitId'>,
  { silence }: Pick<PrescribingPolicy, 'silence'>,
  /** Of the first message about a prescription. */
  first?: Pick<EnqueuedTransmission, 'isFirst' | 'known'>,
): Required<Pick<Change<void>, 'writes' | 'transmissions'>> => {
  const { prescriptionId, about } = payload
  return {
    writes: [insertOutgoingMessage({ messageId, prescriptionId, patientId, about })],
    transmissions: [
      {
        id: messageId,
        kind: transmissionKind,
        subjectId: prescriptionId,
        patientId,
        visitId: visitId ?? continuedVisitId,
        payload,
        expiresAt: hoursAfter(now, silence.networkTimeoutHours),
        ...first,
      },
    ],
  }
}
