import { liveRulesFor } from '../../platform/contracts/live-rule.ts'

export const liveRules = [
  // The patient, and the practitioner who may have the summary open.
  ...liveRulesFor(['follow_up.summary-published', 'follow_up.next-visit-changed'], 'summary.changed', {
    audience: ({ patientId, practitionerId }) => ({ patients: [patientId], practitioners: [practitionerId] }),
    ids: ({ visitId, patientId }) => ({ visitId, patientId }),
  }),
  ...liveRulesFor(['follow_up.task-changed'], 'task.changed', {
    audience: ({ assigneeRole, assigneeId }) => ({
      members: assigneeId === null ? [] : [assigneeId],
      roles: assigneeId === null && assigneeRole !== null ? [assigneeRole] : [],
    }),
    ids: ({ taskId, patientId }) => ({ taskId, ...(patientId !== null && { patientId }) }),
  }),
  ...liveRulesFor(['follow_up.referral-changed'], 'referral.changed', {
    audience: () => ({ roles: ['practitioner', 'nurse', 'front-desk'] }),
    ids: ({ referralId, patientId }) => ({ referralId, patientId }),
  }),
]
