import type { ColumnType, Kysely } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Recovery } from '../model/recovery.ts'
import type { Referral } from '../model/referral.ts'
import type { Summary } from '../model/summary.ts'
import type { Role, Task, TaskCause } from '../model/task.ts'

interface Row {
  organization_id: string
  id: string
}
/** Read as `YYYY-MM-DD`: a day has no time zone, and a driver that converts it to an instant can shift it. */
type Day = ColumnType<never, string | null, string | null>

/** A `type`, because Kysely needs an index signature. */
export type FollowUpTables = {
  'follow_up.tasks': Row & {
    patient_id: string | null
    visit_id: string | null
    kind: Task['kind']
    priority: Task['priority']
    status: Task['status']
    due_key: ColumnType<Date | number, Date | 'infinity', Date | 'infinity'>
    assignee_role: Role | null
    assignee_id: string | null
    source_entity: TaskCause['entity'] | null
    source_id: string | null
    cause: string
    raised_by: string | null
    raised_at: Date
    done_at: Date | null
    version: number
    sealed: Uint8Array
  }
  'follow_up.alerts': Row & {
    patient_id: string
    appointment_id: string
    practitioner_id: string
    code_index: Uint8Array
    raised_at: Date
    escalate_at: Date | null
    escalated_at: Date | null
    shown_at: Date | null
    acknowledged_at: Date | null
    acknowledged_by: string | null
    version: number
    sealed: Uint8Array
  }
  'follow_up.care_plans': Row & { changed_at: Date; version: number; sealed: Uint8Array }
  'follow_up.summaries': Row & {
    patient_id: string
    practitioner_id: string
    audience: Summary['audience']
    visit_at: Date
    status: Summary['status']
    note_version: number
    next_visit_type_id: string | null
    next_practitioner_id: string | null
    next_earliest: Day
    next_latest: Day
    next_appointment_id: string | null
    remind_at: Date | null
    published_at: Date | null
    corrected_at: Date | null
    version: number
    sealed: Uint8Array
  }
  'follow_up.referrals': Row & {
    patient_id: string
    visit_id: string | null
    specialty: string
    priority: Referral['priority']
    status: Referral['status']
    loop_open: boolean
    due_key: Date
    overdue_reported: boolean
    sent_at: Date
    version: number
    sealed: Uint8Array
  }
  'follow_up.surveys': Row & {
    patient_id: string
    practitioner_id: string
    closes_at: Date
    answered_at: Date | null
    sealed: Uint8Array
  }
  'follow_up.recoveries': Row & {
    patient_id: string
    specialty: string
    audience: Recovery['audience']
    status: Recovery['status']
    attempts: number
    next_attempt_at: Date | null
  }
  'follow_up.outcomes': Row & {
    patient_id: string
    appointment_id: string
    questionnaire: string
    at: Date
    sealed: Uint8Array
  }
}

export const tablesOf = (db: AnyKysely): Kysely<FollowUpTables> => db
