import type { components } from '@visitkit/contract'
import type { Generated, Kysely } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { ImageType } from '../../../platform/pictures/clean-picture.ts'
import type { Role } from '../model/staff-roles.ts'

type Schemas = components['schemas']

/** JSON columns are read parsed and written as text. */
export type DirectoryTables = {
  'directory.organizations': {
    organization_id: string
    id: string
    name: string
    region: string
    zone: string
    languages: string[]
    brand: unknown
    contact: unknown
    video_vendor: Schemas['VideoVendor']
    chart_reach: Schemas['ChartReach']
    machine_captions: boolean
    call_recording: boolean
    version: number
  }
  'directory.members': {
    organization_id: string
    id: string
    display_name: string
    email: string | null
    roles: Role[]
    status: 'active' | 'disabled'
    version: number
    covers_started: number
    disabled_at: Date | null
    created_at: Generated<Date>
  }
  'directory.practitioners': {
    organization_id: string
    id: string
    member_id: string | null
    display_name: string
    title: unknown
    specialties: string[]
    languages: string[]
    zone: string
    licenses: unknown
    npi: string | null
    names: unknown
    active: boolean
    photo_id: string | null
    profession: string | null
    version: number
  }
  'directory.practitioner_photos': {
    organization_id: string
    id: string
    practitioner_id: string
    media_type: ImageType
    sealed: Uint8Array
  }
  'directory.patients': {
    organization_id: string
    id: string
    zone: string
    family_index: Uint8Array
    birth_date_index: Uint8Array
    record_number_index: Uint8Array | null
    /** Of the number after it. */
    next_record_number_index: Uint8Array | null
    phone_index: Uint8Array | null
    phone_indexed: boolean
    name_hashes: string[]
    names_indexed: boolean
    replaced_by: string | null
    version: number
    sealed: Uint8Array
  }
  'directory.patient_backgrounds': {
    organization_id: string
    id: string
    changed_at: Date
    version: number
    sealed: Uint8Array
  }
  'directory.proxies': {
    organization_id: string
    id: string
    patient_id: string
    /** Null until a person has accepted the right. */
    person_id: string | null
    scope: Schemas['ProxyScope'][]
    from_day: string
    to_day: string | null
    ended_at: Date | null
    lapse_notified_at: Date | null
    sealed: Uint8Array
  }
  'directory.care_teams': {
    organization_id: string
    id: string
    name: string
    member_ids: string[]
    practitioner_ids: string[]
    active: boolean
    version: number
  }
  'directory.covers': {
    organization_id: string
    id: string
    practitioner_id: string
    covered_by: string
    kind: Schemas['CoverKind']
    reason: Schemas['CoverReason']
    starts_at: Date
    ends_at: Date
    ended_at: Date | null
    started_by: string
  }
  'directory.emergency_accesses': {
    organization_id: string
    id: string
    patient_id: string
    member_id: string
    reason: Schemas['EmergencyReason']
    starts_at: Date
    ends_at: Date
    ended_at: Date | null
    review_by: Date
    escalated_at: Date | null
    outcome: Schemas['EmergencyOutcome'] | null
    reviewed_by: string | null
    reviewed_at: Date | null
    version: number
    sealed: Uint8Array
  }
  'directory.identities': {
    organization_id: string
    id: string
    identity_index: Uint8Array
    person_kind: 'patient' | 'proxy' | 'member'
    person_id: string
  }
  'directory.drafts': {
    organization_id: string
    id: string
    person_id: string
    place: Schemas['DraftPlace']
    about: string
    patient_id: string | null
    saved_at: Date
    sealed: Uint8Array
  }
  'directory.invitations': {
    organization_id: string
    id: string
    kind: Schemas['InvitationKind']
    subject_id: string
    patient_id: string | null
    secret_index: Uint8Array
    created_at: Date
    expires_at: Date
    accepted_at: Date | null
    revoked_at: Date | null
  }
}

/** The current connection, typed with the tables of this domain. */
export const tablesOf = (db: AnyKysely): Kysely<DirectoryTables> => db
