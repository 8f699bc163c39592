import type { JSONColumnType, Kysely } from 'kysely'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { SchedulingTables } from '../../kernel/store/tables.ts'
import type { VisitSensitivity } from '../../kernel/model/sensitivity.ts'
import type { DayPart, PassedTime, WaitlistStatus } from '../model/waitlist-entry.ts'

type WaitlistTables = SchedulingTables & {
  'scheduling.waitlist_entries': {
    organization_id: string
    id: string
    patient_id: string
    visit_type_id: string
    practitioner_id: string | null
    from_day: string
    to_day: string
    from_at: Date
    to_at: Date
    weekdays: number[] | null
    day_parts: DayPart[] | null
    language: string | null
    state_code: string
    zone: string
    appointment_id: string | null
    status: WaitlistStatus
    joined_at: Date
    offer_busy_id: string | null
    offer_practitioner_id: string | null
    offer_start_at: Date | null
    offer_end_at: Date | null
    offer_expires_at: Date | null
    passed: JSONColumnType<PassedTime[], string, string>
    sensitivity: VisitSensitivity | null
    consented_by_minor: boolean
    version: number
  }
}

export const waitlistTablesOf = (db: AnyKysely): Kysely<WaitlistTables> => db.withTables<WaitlistTables>()
