import { liveRulesFor } from '../../platform/contracts/live-rule.ts'

const ids = ({
  prescriptionId,
  patientId,
}: {
  readonly prescriptionId: string | null
  readonly patientId: string
}) => ({
  ...(prescriptionId !== null && { prescriptionId }),
  patientId,
})

/** Signed prescriptions go to the patient and the prescriber; drafts and pharmacies' requests to the prescriber only. */
export const liveRules = [
  ...liveRulesFor(['prescriptions.prescription-signed', 'prescriptions.prescription-changed'], 'prescription.changed', {
    audience: ({ patientId, practitionerId }) => ({ patients: [patientId], practitioners: [practitionerId] }),
    ids,
  }),
  ...liveRulesFor(
    [
      'prescriptions.draft-saved',
      'prescriptions.draft-discarded',
      'prescriptions.pharmacy-request-received',
      'prescriptions.pharmacy-request-responded',
    ],
    'prescription.changed',
    { audience: ({ practitionerId }) => ({ practitioners: [practitionerId] }), ids },
  ),
  // Nurses answer requests too. Whom they do not treat is left out of what they read.
  ...liveRulesFor(['prescriptions.refill-requested', 'prescriptions.refill-responded'], 'refill.changed', {
    audience: ({ patientId, practitionerId }) => ({
      patients: [patientId],
      practitioners: [practitionerId],
      roles: ['nurse'],
    }),
    ids: ({ refillRequestId, patientId }) => ({ refillRequestId, patientId }),
  }),
  // Those who may read them. It names no patient: who it is about is often what is not known.
  ...liveRulesFor(
    ['prescriptions.pharmacy-message-dead-lettered', 'prescriptions.pharmacy-message-resolved'],
    'pharmacy-message.changed',
    { audience: () => ({ roles: ['practitioner', 'nurse'] }), ids: ({ messageId }) => ({ messageId }) },
  ),
]
