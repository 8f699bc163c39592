import type { NewEvent } from '../../platform/contracts/event.ts'
import type { PharmacyRequest } from './kernel/model/pharmacy-request.ts'
import type { PrescriptionFacts } from './kernel/model/prescription.ts'

/** What this domain tells: ids, codes and versions. README.md lists the payloads. */

export const prescriptionTold = (
  fact: 'prescription-signed' | 'prescription-changed',
  { id, patientId, practitionerId, visitId, status, version }: PrescriptionFacts,
): NewEvent => ({
  type: `prescriptions.${fact}`,
  data: { prescriptionId: id, patientId, practitionerId, visitId, status, version },
})

/** Something does not fit, or nobody answers: somebody has to telephone. */
export const attentionNeeded = ({
  id,
  patientId,
  practitionerId,
  visitId,
  attention,
}: PrescriptionFacts): NewEvent => ({
  type: 'prescriptions.attention-needed',
  data: { prescriptionId: id, patientId, practitionerId, visitId, attention },
})

export const draftTold = (
  fact: 'draft-saved' | 'draft-discarded',
  { id, patientId, practitionerId, version }: PrescriptionFacts,
): NewEvent => ({ type: `prescriptions.${fact}`, data: { prescriptionId: id, patientId, practitionerId, version } })

export const requestTold = (
  fact: 'pharmacy-request-received' | 'pharmacy-request-answered',
  { id, prescriptionId, patientId, practitionerId, kind, status }: PharmacyRequest,
): NewEvent => ({
  type: `prescriptions.${fact}`,
  data: { requestId: id, prescriptionId, patientId, practitionerId, kind, status },
})

export const messageTold = (messageId: string): NewEvent => ({
  type: 'prescriptions.pharmacy-message-received',
  data: { messageId },
})

export const messageParked = (messageId: string, fault: string): NewEvent => ({
  type: 'prescriptions.pharmacy-message-parked',
  data: { messageId, fault },
})
