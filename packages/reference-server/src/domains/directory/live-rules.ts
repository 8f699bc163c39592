import { liveRulesFor } from '../../platform/contracts/live-rule.ts'

export const liveRules = [
  /** Notifies both colleagues when a cover starts or ends. */
  ...liveRulesFor(['directory.cover-started', 'directory.cover-ended'], 'cover.changed', {
    audience: ({ practitionerId, coveredBy }) => ({ practitioners: [practitionerId], members: [coveredBy] }),
    ids: ({ coverId, practitionerId }) => ({ coverId, practitionerId }),
  }),
  /** Notifies who opened the chart, the patient, and those who review it. */
  ...liveRulesFor(
    [
      'directory.emergency-access-opened',
      'directory.emergency-access-ended',
      'directory.emergency-access-reviewed',
      'directory.emergency-access-overdue',
    ],
    'emergency-access.changed',
    {
      audience: ({ patientId, memberId }) => ({
        patients: [patientId],
        members: [memberId],
        roles: ['privacy-officer', 'administrator'],
      }),
      ids: ({ emergencyAccessId, patientId }) => ({ emergencyAccessId, patientId }),
    },
  ),
]
