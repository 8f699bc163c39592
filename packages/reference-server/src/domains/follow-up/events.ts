import { eventMaker } from '../../platform/contracts/event.ts'
import { statusOfAlert, type AlertFacts } from './model/alert.ts'
import type { CarePlan } from './model/care-plan.ts'
import type { Recovery } from './model/recovery.ts'
import type { Referral } from './model/referral.ts'
import type { SummaryFacts } from './model/summary.ts'
import type { Survey } from './model/survey.ts'
import type { TaskFacts } from './store/tasks.ts'

export const taskChanged = eventMaker('follow_up.task-changed', (task: TaskFacts) => ({
  taskId: task.id,
  patientId: task.patientId,
  kind: task.kind,
  priority: task.priority,
  status: task.status,
  assigneeRole: task.assigneeRole,
  assigneeId: task.assigneeId,
  version: task.version,
}))

export const alertChanged = eventMaker('follow_up.alert-changed', (alert: AlertFacts) => ({
  alertId: alert.id,
  appointmentId: alert.appointmentId,
  patientId: alert.patientId,
  practitionerId: alert.practitionerId,
  status: statusOfAlert(alert),
  escalated: alert.escalatedAt !== null,
  version: alert.version,
}))

const summaryFacts = ({ visitId, patientId, practitionerId, version }: SummaryFacts) => ({
  visitId,
  patientId,
  practitionerId,
  version,
})
export const summaryPublished = eventMaker(
  'follow_up.summary-published',
  (summary: SummaryFacts, corrected: boolean) => ({
    ...summaryFacts(summary),
    corrected,
  }),
)
/** The next visit was proposed or booked, or its booking was cancelled. */
export const nextVisitChanged = eventMaker('follow_up.next-visit-changed', (summary: SummaryFacts) => ({
  ...summaryFacts(summary),
  visitTypeId: summary.next?.visitTypeId ?? null,
  appointmentId: summary.next?.appointmentId ?? null,
}))

export const carePlanChanged = eventMaker('follow_up.care-plan-changed', ({ patientId, version }: CarePlan) => ({
  patientId,
  version,
}))

export const referralChanged = eventMaker(
  'follow_up.referral-changed',
  (referral: Pick<Referral, 'id' | 'patientId' | 'status' | 'priority' | 'version'>, overdue: boolean) => ({
    referralId: referral.id,
    patientId: referral.patientId,
    status: referral.status,
    priority: referral.priority,
    overdue,
    version: referral.version,
  }),
)

export const surveyAnswered = eventMaker(
  'follow_up.survey-answered',
  ({ visitId, patientId, practitionerId }: Survey, low: boolean) => ({ visitId, patientId, practitionerId, low }),
)

export interface Outreach {
  readonly patientId: string
  readonly kind: 'no-show' | 'next-visit' | 'survey' | 'images'
  /** The appointment for `no-show` and `images`, otherwise the visit. */
  readonly subjectId: string
  readonly audience: Recovery['audience']
}
/** A patient should be contacted. Messaging decides whether, when and how. */
export const outreachRequested = eventMaker(
  'follow_up.outreach-requested',
  ({ patientId, kind, subjectId, audience }: Outreach) => ({ patientId, kind, subjectId, audience }),
)
