import type { EmergencyAdmissionReport, Me } from '@visitkit/sdk'

const hour = 3_600_000

/** A visit that began two hours ago without the consent and waits for a review. */
export const admissionReport = (more: Partial<EmergencyAdmissionReport> = {}): EmergencyAdmissionReport => ({
  id: 'admission-1',
  visitId: 'visit-alex',
  patientId: 'patient-alex',
  patientName: 'Alex Sample',
  admittedBy: { memberId: 'member-blake', displayName: 'Dr. Blake Here' },
  reason: 'cannot-decide',
  refusedBefore: true,
  admittedAt: new Date(Date.now() - 2 * hour).toISOString(),
  reviewBy: new Date(Date.now() + 70 * hour).toISOString(),
  text: 'Confused and short of breath.',
  version: 1,
  ...more,
})

/** A privacy officer: has no tasks and no patients. */
export const admissionReviewer = (me: Me): Me => ({
  ...me,
  roles: ['privacy-officer'],
  permissions: ['access:review', 'draft:own', 'emergency-admission:review', 'live:open', 'me:read', 'session:own'],
})
