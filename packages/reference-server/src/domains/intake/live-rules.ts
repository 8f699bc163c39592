import { liveRulesFor } from '../../platform/contracts/live-rule.ts'

const ids = ({ appointmentId, patientId }: { readonly appointmentId: string; readonly patientId: string }) => ({
  appointmentId,
  patientId,
})

/** Notifies the patient's other pages; after submission, or in an emergency, also the practitioner. */
export const liveRules = [
  ...liveRulesFor(['intake.draft-saved'], 'intake.changed', {
    audience: ({ patientId }) => ({ patients: [patientId] }),
    ids,
  }),
  ...liveRulesFor(['intake.submitted', 'intake.emergency-raised'], 'intake.changed', {
    audience: ({ patientId, practitionerId }) => ({ patients: [patientId], practitioners: [practitionerId] }),
    ids,
  }),
]
