import { liveRulesFor } from '../../platform/contracts/live-rule.ts'

/** The patient's own pages. Anyone who is in a visit with the patient is notified through the visit, which knows who that is. */
export const liveRules = liveRulesFor(['consent.consent-decided', 'consent.consent-revoked'], 'consent.changed', {
  audience: ({ patientId }) => ({ patients: [patientId] }),
  ids: ({ consentId, patientId }) => ({ consentId, patientId }),
})
