import type { EmergencyAccessReport, Me } from '@visitkit/sdk'

const hour = 3_600_000

/** A chart that was opened two hours ago and waits for a review. */
export const emergencyReport = (more: Partial<EmergencyAccessReport> = {}): EmergencyAccessReport => {
  const at = (hours: number): string => new Date(Date.now() + hours * hour).toISOString()
  return {
    id: 'emergency-1',
    patientId: 'patient-alex',
    openedBy: { memberId: 'member-blake', displayName: 'Dr. Blake Here' },
    reason: 'cannot-answer',
    from: at(-2),
    until: at(-1),
    patientName: 'Alex Sample',
    text: 'Found unconscious at the door.',
    reviewBy: at(70),
    version: 1,
    ...more,
  }
}

/** A privacy officer: has no tasks and no patients. */
export const reviewer = (me: Me): Me => ({
  ...me,
  roles: ['privacy-officer'],
  permissions: ['access:review', 'draft:own', 'emergency-access:review', 'live:open', 'me:read', 'session:own'],
})
