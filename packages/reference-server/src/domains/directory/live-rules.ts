import { liveRulesFor } from '../../platform/contracts/live-rule.ts'

export const liveRules = [
  /** Notifies both colleagues when a cover starts or ends. */
  ...liveRulesFor(['directory.cover-started', 'directory.cover-ended'], 'cover.changed', {
    audience: ({ practitionerId, coveredBy }) => ({ practitioners: [practitionerId], members: [coveredBy] }),
    ids: ({ coverId, practitionerId }) => ({ coverId, practitionerId }),
  }),
  /** Notifies who opened the chart, the patient, and the privacy officers. Administrators see what is late when they load the list. */
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
        roles: ['privacy-officer'],
      }),
      ids: ({ emergencyAccessId, patientId }) => ({ emergencyAccessId, patientId }),
    },
  ),
]
