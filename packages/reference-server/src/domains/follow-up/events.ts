import type { NewEvent } from '../../platform/contracts/event.ts'
import type { CarePlan } from './model/care-plan.ts'
import type { Recovery } from './model/recovery.ts'
import type { Referral } from './model/referral.ts'
import type { Summary } from './model/summary.ts'
import type { Survey } from './model/survey.ts'
import type { TaskFacts } from './store/tasks.ts'

/** What this domain tells: ids, codes, times and versions. README.md lists the payloads. */

export const taskChanged = (task: TaskFacts): NewEvent => ({
  type: 'follow_up.task-changed',
  data: {
    taskId: task.id,
    patientId: task.patientId,
    kind: task.kind,
    priority: task.priority,
    status: task.status,
    assigneeRole: task.assigneeRole,
    assigneeId: task.assigneeId,
    version: task.version,
  },
})

const summaryData = ({ visitId, patientId, practitionerId, version }: Summary) => ({
  visitId,
  patientId,
  practitionerId,
  version,
})

export const summaryPublished = (summary: Summary, isCorrection: boolean): NewEvent => ({
  type: 'follow_up.summary-published',
  data: { ...summaryData(summary), corrected: isCorrection },
})

/** What follows a visit was proposed, booked, or has fallen away. */
export const nextVisitChanged = (summary: Summary): NewEvent => ({
  type: 'follow_up.next-visit-changed',
  data: {
    ...summaryData(summary),
    visitTypeId: summary.next?.visitTypeId ?? null,
    appointmentId: summary.next?.appointmentId ?? null,
  },
})

export const carePlanChanged = ({ patientId, version }: CarePlan): NewEvent => ({
  type: 'follow_up.care-plan-changed',
  data: { patientId, version },
})

export const referralChanged = (
  referral: Pick<Referral, 'id' | 'patientId' | 'status' | 'priority' | 'version'>,
  isOverdue: boolean,
): NewEvent => ({
  type: 'follow_up.referral-changed',
  data: {
    referralId: referral.id,
    patientId: referral.patientId,
    status: referral.status,
    priority: referral.priority,
    overdue: isOverdue,
    version: referral.version,
  },
})

export const surveyAnswered = ({ visitId, patientId, practitionerId }: Survey, isLow: boolean): NewEvent => ({
  type: 'follow_up.survey-answered',
  data: { visitId, patientId, practitionerId, low: isLow },
})

export interface Outreach {
  readonly patientId: string
  readonly kind: 'no-show' | 'next-visit' | 'survey' | 'images'
  /** The appointment's for `no-show` and `images`, the visit's otherwise. */
  readonly subjectId: string
  readonly audience: Recovery['audience']
}

/** Somebody should be told something; whether, when and how is for messaging to decide. */
export const outreachWanted = ({ patientId, kind, subjectId, audience }: Outreach): NewEvent => ({
  type: 'follow_up.outreach-wanted',
  data: { patientId, kind, subjectId, audience },
})
