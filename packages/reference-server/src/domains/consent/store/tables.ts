import type { components } from '@visitkit/contract'
import type { Kysely } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { ConsentPurpose } from '../model/consent-pack.ts'

/** JSON columns are read parsed and written as text. */
export type ConsentTables = {
  'consent.documents': { organization_id: string; id: string; purpose: ConsentPurpose }
  'consent.texts': {
    organization_id: string
    id: string
    document_id: string
    purpose: ConsentPurpose
    version: number
    language: string
    title: string
    sections: unknown
    content_hash: string
    material: boolean
    translated: boolean
    reviewed_by: string | null
    published_at: Date
  }
  'consent.consents': {
    organization_id: string
    id: string
    patient_id: string
    text_id: string
    document_id: string
    document_version: number
    purpose: ConsentPurpose
    decision: 'granted' | 'declined'
    decided_at: Date
    decided_by_kind: components['schemas']['Consent']['decidedByKind']
    decided_by_id: string
    appointment_id: string | null
    part_two: unknown
    expires_at: Date | null
    revoked_at: Date | null
    revoked_by_id: string | null
    sealed: Uint8Array
  }
}

/** The current connection, typed with the tables of this domain. */
export const tablesOf = (db: AnyKysely): Kysely<ConsentTables> => db
