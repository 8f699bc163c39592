import type { Generated, JSONColumnType, Kysely } from 'kysely'
import type { components } from '@visitkit/contract'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { AppointmentStatus, EndReason } from '../model/appointment.ts'
import type { VisitSensitivity } from '../model/sensitivity.ts'
import type { SupportReason } from '../model/support.ts'
import type { HoldState } from '../model/hold.ts'

type Schemas = components['schemas']
/** The columns of a row that no query uses, as one document. */
export type VisitTypeDefinition = Omit<
  Schemas['VisitType'],
  'id' | 'code' | 'specialty' | 'active' | 'version' | 'bookingMode'
> & {
  /** Types from before there were modes have none. */
  readonly bookingMode?: Schemas['BookingMode']
}

interface Row {
  organization_id: string
  id: string
}

/**
 * `xid` is the transaction that last changed a row. Other processes use it to read the changes since their last sync, without missing late
 * commits.
 */
export type SchedulingTables = {
  'scheduling.visit_types': Row & {
    code: string
    specialty: string
    definition: JSONColumnType<VisitTypeDefinition, string, string>
    active: boolean
    version: Generated<number>
    xid: Generated<string>
  }
  /** The id is the practitioner's. */
  'scheduling.availability': Row & {
    zone: string
    rules: JSONColumnType<Omit<Schemas['Availability'], 'practitionerId' | 'zone' | 'version'>, string, string>
    version: number
    booking_version: Generated<number>
    xid: Generated<string>
  }
  /** One row, whose id is the organization's. */
  'scheduling.closures': Row & {
    zone: string
    items: JSONColumnType<Schemas['Closure'][], string, string>
    version: number
    xid: Generated<string>
  }
  'scheduling.busy': Row & {
    practitioner_id: string
    /** tstzrange; read and written through lower and upper. */
    during: string
    active: Generated<boolean>
    expires_at: Date | null
    held_by: string | null
    occupant: string
    counted_at: Date | null
    /** Of a group visit. */
    seat: number | null
    visit_type_id: string | null
    starts_at: Date | null
    xid: Generated<string>
  }
  'scheduling.resources': Row & {
    kind: Schemas['ResourceKind']
    name: string
    languages: string[]
    zone: string
    weekly: JSONColumnType<Schemas['ResourceWindow'][], string, string>
    active: boolean
    version: number
    xid: Generated<string>
  }
  'scheduling.holds': Row & {
    visit_type_id: string
    practitioner_id: string
    person_id: string
    patient_id: string | null
    state_code: string | null
    start_at: Date
    end_at: Date
    expires_at: Date
    renewals: number
    state: HoldState
    language: string | null
    appointment_id: string | null
    occupant: string
    left_from: Date | null
    overridden: Generated<boolean>
    claims: string[]
    claim_owners: string[]
    seat: number | null
    interpreter_language: string | null
  }
  'scheduling.appointments': Row & {
    patient_id: string
    practitioner_id: string
    visit_type_id: string
    busy_id: string
    start_at: Date
    end_at: Date
    status: AppointmentStatus
    cancellation_reason: EndReason | null
    sequence: number
    version: number
    updated_at: Date
    state_code: string | null
    /** Null for appointments from before it was stored. */
    booked_at: Date | null
    accepted_reasons: SupportReason[]
    unsupported_reasons: SupportReason[]
    overridden: Generated<boolean>
    claims: string[]
    claim_owners: string[]
    series_id: string | null
    answer_by: Date | null
    sensitivity: VisitSensitivity | null
    consented_by_minor: Generated<boolean>
    sealed: Uint8Array
  }
  /** The id is that of the hold. */
  'scheduling.hold_overrides': Row & {
    patient_id: string | null
    sealed: Uint8Array
  }
}

export const tablesOf = (db: AnyKysely): Kysely<SchedulingTables> => db.withTables<SchedulingTables>()
