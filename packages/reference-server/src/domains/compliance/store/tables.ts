import type { Kysely } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { AccessRow } from '../../../platform/contracts/ledger.ts'

/**
 * The platform's audit tables, as far as they are read here. Rows stay for years: the codes in them are those of the version that wrote
 * them, and so only texts.
 */
export type AuditTables = {
  'audit.accesses': {
    organization_id: string
    id: string
    at: Date
    action: AccessRow['action']
    entity: string
    patient_id: string | null
    outcome: AccessRow['outcome']
    because: string
    purpose: string
    actor_kind: AccessRow['actorKind']
    actor_id: string
    actor_role: string
    client_id: string
  }
  'audit.links': {
    organization_id: string
    access_id: string
    /** A bigint, which the driver gives as text. */
    sequence: string
  }
}

export const tablesOf = (db: AnyKysely): Kysely<AuditTables> => db
