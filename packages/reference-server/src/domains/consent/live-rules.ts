import { liveRulesFor } from '../../platform/contracts/live-rule.ts'

/** Notifies the patient's own pages. Others in a visit with the patient are notified through the visit, which knows its participants. */
export const liveRules = liveRulesFor(['consent.consent-decided', 'consent.consent-revoked'], 'consent.changed', {
  audience: ({ patientId }) => ({ patients: [patientId] }),
  ids: ({ consentId, patientId }) => ({ consentId, patientId }),
})
