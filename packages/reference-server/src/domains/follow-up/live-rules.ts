import { liveRulesFor } from '../../platform/contracts/live-rule.ts'

export const liveRules = [
  // The patient, and the practitioner who may have the summary open.
  ...liveRulesFor(['follow_up.summary-published', 'follow_up.next-visit-changed'], 'summary.changed', {
    audience: ({ patientId, practitionerId }) => ({ patients: [patientId], practitioners: [practitionerId] }),
    ids: ({ visitId, patientId }) => ({ visitId, patientId }),
  }),
  // The assignee, and the colleagues who may take the task over: of their pages, those that may read about the patient receive it.
  ...liveRulesFor(['follow_up.task-changed'], 'task.changed', {
    audience: ({ assigneeRole, assigneeId }) =>
      assigneeId === null
        ? { roles: assigneeRole === null ? [] : [assigneeRole] }
        : { members: [assigneeId], roles: ['practitioner', 'nurse'] },
    ids: ({ taskId, patientId }) => ({ taskId, ...(patientId !== null && { patientId }) }),
  }),
  // After an escalation all practitioners: its task makes them care participants. The patient reads who has seen it.
  ...liveRulesFor(['follow_up.alert-changed'], 'alert.changed', {
    audience: ({ patientId, practitionerId, escalated }) => ({
      patients: [patientId],
      practitioners: [practitionerId],
      roles: ['nurse', 'front-desk', ...(escalated ? (['practitioner'] as const) : [])],
    }),
    ids: ({ alertId, appointmentId, patientId }) => ({ alertId, appointmentId, patientId }),
  }),
  ...liveRulesFor(['follow_up.referral-changed'], 'referral.changed', {
    audience: () => ({ roles: ['practitioner', 'nurse', 'front-desk'] }),
    ids: ({ referralId, patientId }) => ({ referralId, patientId }),
  }),
]
