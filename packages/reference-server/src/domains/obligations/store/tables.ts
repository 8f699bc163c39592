import type { ColumnType, Kysely } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { AccessDecision } from '../model/access-review.ts'
import type { Day } from '../model/day.ts'
import type { Factors, Notice } from '../model/incident.ts'
import type { Obligation } from '../model/obligation.ts'
import type { Risk } from '../model/risk.ts'
import type { Role } from '../model/training.ts'

interface Row {
  organization_id: string
  id: string
}
/** JSON is read parsed and written as text. */
type Json<T> = ColumnType<T, string, string>

/** A `type`, because Kysely needs an index signature. */
export type ObligationTables = {
  'obligations.obligations': Row & {
    kind: Obligation['kind']
    title: string
    every_days: number
    owner_id: string | null
    due_on: Day
    last_completed_on: Day | null
    active: boolean
    version: number
  }
  'obligations.completions': Row & {
    obligation_id: string
    completed_on: Day
    evidence: string
    recorded_by: string
    recorded_at: Date
  }
  'obligations.courses': Row & {
    title: string
    valid_days: number
    roles: Role[]
    stops_access: boolean
    required_from: Day
    active: boolean
    version: number
  }
  'obligations.trainings': Row & {
    course_id: string
    member_id: string
    completed_on: Day
    recorded_by: string
    recorded_at: Date
  }
  'obligations.access_reviews': Row & {
    member_id: string
    reviewed_on: Day
    decision: AccessDecision
    roles: Role[]
    reviewed_by: string
  }
  'obligations.reminders': Row & {
    member_id: string
    day: Day
    soon: number
    overdue: number
    status: 'queued' | 'sent' | 'refused'
  }
  'obligations.risks': Row & {
    asset: string
    threat: string
    likelihood: number
    impact: number
    treatment: Risk['treatment']
    plan: string | null
    controls: string[]
    owner_id: string | null
    review_on: Day
    active: boolean
    version: number
  }
  'obligations.incidents': Row & {
    discovered_on: Day
    factors: Json<Factors | null>
    patients_concerned: number | null
    notices: Json<Notice[]>
    closed: boolean
    reported_by: string
    reported_at: Date
    version: number
    sealed: Uint8Array
  }
}

export const tablesOf = (db: AnyKysely): Kysely<ObligationTables> => db
