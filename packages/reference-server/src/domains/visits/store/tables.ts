import type { HeldReport } from '../model/held-report.ts'
import type { ReportEffect } from '../model/received-report.ts'
import type { Kysely } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type {
  ConsentPurpose,
  ConsentUse,
  DeviceCheck,
  Modality,
  VideoVendor,
  VisitOutcome,
  VisitStatus,
  Room,
} from '../model/visit.ts'
import type { EmergencyAdmission } from '../model/emergency-admission.ts'
import type { RoomAttemptState } from '../model/room-attempt.ts'
import type { Guest } from '../model/guest.ts'
import type { Recording } from '../model/recording.ts'
import type { SeatRole, TroubleCounts } from '../model/seat.ts'

/** A `type`, because Kysely needs an index signature. */
export type VisitsTables = {
  'visits.visits': {
    organization_id: string
    id: string
    appointment_id: string
    patient_id: string
    practitioner_id: string
    seen_by: string | null
    status: VisitStatus
    modality: Modality
    vendor: VideoVendor
    appointment_start: Date
    appointment_end: Date
    required_consents: ConsentPurpose[]
    license_required: boolean
    questionnaires: string[]
    stopped_for: ConsentPurpose[]
    consents_used: readonly ConsentUse[]
    emergency_reason: EmergencyAdmission['reason'] | null
    emergency_refused_id: string | null
    device_check: DeviceCheck | null
    vendor_room_id: string | null
    room_url: string | null
    room_closes_at: Date | null
    room_ends_by: Room['endsBy'] | null
    checked_in_at: Date
    admitted_at: Date | null
    started_at: Date | null
    ended_at: Date | null
    outcome: VisitOutcome | null
    recording_request_id: string | null
    recording_asked_at: Date | null
    recording_seat_id: string | null
    version: number
    seats_version: number
    sealed: Uint8Array
  }
  'visits.emergency_admissions': {
    organization_id: string
    id: string
    visit_id: string
    patient_id: string
    member_id: string
    reason: EmergencyAdmission['reason']
    refused_before: boolean
    admitted_at: Date
    review_by: Date
    escalated_at: Date | null
    outcome: EmergencyAdmission['outcome']
    reviewed_by: string | null
    reviewed_at: Date | null
    version: number
    sealed: Uint8Array
  }
  'visits.seats': {
    organization_id: string
    id: string
    visit_id: string
    patient_id: string
    person_id: string
    session_id: string
    practitioner_id: string | null
    role: SeatRole
    taken_at: Date
    left_at: Date | null
    reported_at: Date | null
    vendor_room_id: string | null
    vendor_participant_id: string | null
    recording_agreed_to: string | null
    troubles: TroubleCounts
  }
  'visits.recordings': {
    organization_id: string
    id: string
    visit_id: string
    patient_id: string
    seat_id: string
    seats_version: number
    media_type: Recording['mediaType']
    recorded: readonly SeatRole[]
    started_at: Date
    ended_at: Date
    pieces: number
    bytes: number
  }
  /** Encrypted for the patient: picture and sound. */
  'visits.recording_pieces': {
    organization_id: string
    id: string
    recording_id: string
    patient_id: string
    number: number
    sealed: Uint8Array
  }
  'visits.guests': {
    organization_id: string
    id: string
    appointment_id: string
    patient_id: string
    practitioner_id: string
    kind: Guest['kind']
    status: Guest['status']
    invited_by_patient: boolean
    secret_index: Uint8Array
    opens_at: Date
    expires_at: Date
    invited_at: Date
    redeemed_at: Date | null
    admitted_at: Date | null
    ended_at: Date | null
    version: number
    sealed: Uint8Array
  }
  'visits.room_attempts': {
    organization_id: string
    id: string
    visit_id: string
    vendor: VideoVendor
    key: string
    state: RoomAttemptState
    requested_at: Date
    closes_at: Date
    vendor_room_id: string | null
    swept_at: Date | null
  }
  'visits.lines': { organization_id: string; id: string; paused: boolean; changed_at: Date }
  'visits.presences': {
    organization_id: string
    id: string
    kind: 'visit' | 'practitioner'
    seen_at: Date
    present: boolean
  }
  /** Encrypted for the organization: the bytes as they came. */
  'visits.held_reports': {
    organization_id: string
    id: string
    vendor: string
    reader: string
    reason: HeldReport['reason']
    subject: string
    sealed: Uint8Array
  }
  /** Encrypted for the patient of the visit, or for the organization: the bytes as they came. */
  'visits.received_reports': {
    organization_id: string
    id: string
    vendor: string
    reader: string
    effect: ReportEffect
    visit_id: string | null
    patient_id: string | null
    sealed: Uint8Array
  }
  'visits.vendor_reports': {
    organization_id: string
    id: string
    vendor: string
    report_id: string
    type: string
    at: Date
  }
}

export const tablesOf = (db: AnyKysely): Kysely<VisitsTables> => db
