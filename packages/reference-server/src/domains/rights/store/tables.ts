import type { Kysely } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { PrivacyRequest } from '../model/privacy-request.ts'

/** A `type`, because Kysely needs an index signature. */
export type RightsTables = {
  'rights.requests': {
    organization_id: string
    id: string
    patient_id: string
    kind: PrivacyRequest['kind']
    visit_id: string | null
    status: PrivacyRequest['status']
    asked_at: Date
    asked_by_kind: PrivacyRequest['askedByKind']
    due_at: Date
    extended_at: Date | null
    decided_at: Date | null
    decided_by_id: string | null
    ground: PrivacyRequest['ground']
    kept_until: string | null
    disagreed_at: Date | null
    has_open_recipient: boolean
    version: number
    sealed: Uint8Array
  }
}

export const tablesOf = (db: AnyKysely): Kysely<RightsTables> => db
