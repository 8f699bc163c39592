import { eventMaker, type EventData } from '../../platform/contracts/event.ts'
import type { RefillRequest } from './kernel/model/refill-request.ts'
import type { PharmacyRequest } from './kernel/model/pharmacy-request.ts'
import type { PrescriptionFacts } from './kernel/model/prescription.ts'

const draftFacts = ({
  id,
  patientId,
  practitionerId,
  version,
}: PrescriptionFacts): EventData['prescriptions.draft-saved'] => ({
  prescriptionId: id,
  patientId,
  practitionerId,
  version,
})
export const draftSaved = eventMaker('prescriptions.draft-saved', draftFacts)
export const draftDiscarded = eventMaker('prescriptions.draft-discarded', draftFacts)

const facts = (prescription: PrescriptionFacts): EventData['prescriptions.prescription-changed'] => ({
  ...draftFacts(prescription),
  visitId: prescription.visitId,
  status: prescription.status,
})
export const prescriptionSigned = eventMaker('prescriptions.prescription-signed', facts)
export const prescriptionChanged = eventMaker(
  'prescriptions.prescription-changed',
  (
    prescription: PrescriptionFacts,
    by: Pick<EventData['prescriptions.prescription-changed'], 'pharmacyCalled'> = {},
  ): EventData['prescriptions.prescription-changed'] => ({ ...facts(prescription), ...by }),
)

/** The pharmacy sent an unexpected response, or none: a person must call. */
export const attentionNeeded = eventMaker(
  'prescriptions.attention-needed',
  ({ id, patientId, practitionerId, visitId, attention }: PrescriptionFacts) => ({
    prescriptionId: id,
    patientId,
    practitionerId,
    visitId,
    attention,
  }),
)

const requestFacts = ({
  id,
  prescriptionId,
  patientId,
  practitionerId,
  kind,
  status,
}: PharmacyRequest): EventData['prescriptions.pharmacy-request-received'] => ({
  requestId: id,
  prescriptionId,
  patientId,
  practitionerId,
  kind,
  status,
})
export const pharmacyRequestReceived = eventMaker('prescriptions.pharmacy-request-received', requestFacts)
export const pharmacyRequestResponded = eventMaker('prescriptions.pharmacy-request-responded', requestFacts)

const refillFacts = ({
  id,
  prescriptionId,
  patientId,
  practitionerId,
  status,
  version,
}: RefillRequest): EventData['prescriptions.refill-requested'] => ({
  refillRequestId: id,
  prescriptionId,
  patientId,
  practitionerId,
  status,
  version,
})
export const refillRequested = eventMaker('prescriptions.refill-requested', refillFacts)
export const refillResponded = eventMaker('prescriptions.refill-responded', refillFacts)

export const pharmacyChosen = eventMaker('prescriptions.pharmacy-chosen', (patientId: string) => ({ patientId }))
export const pharmacyMessageReceived = eventMaker('prescriptions.pharmacy-message-received', (messageId: string) => ({
  messageId,
}))
export const pharmacyMessageDeadLettered = eventMaker(
  'prescriptions.pharmacy-message-dead-lettered',
  (messageId: string, fault: string) => ({ messageId, fault }),
)

export const pharmacyMessageResolved = eventMaker(
  'prescriptions.pharmacy-message-resolved',
  (
    messageId: string,
    patientId: string | null,
    resolution: EventData['prescriptions.pharmacy-message-resolved']['resolution'],
  ) => ({ messageId, patientId, resolution }),
)
