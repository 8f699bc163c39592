import { liveRulesFor } from '../../platform/contracts/live-rule.ts'

export const liveRules = [
  // The patient reads how far it is; every privacy officer may answer.
  ...liveRulesFor(['rights.request-changed', 'rights.request-answered'], 'privacy-request.changed', {
    audience: ({ patientId }) => ({ patients: [patientId], roles: ['privacy-officer'] }),
    ids: ({ requestId, patientId }) => ({ requestId, patientId }),
  }),
]
