import type { Kysely } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { AccessRow } from '../../../platform/contracts/ledger.ts'

/**
 * The columns of the platform's audit tables that are read here. Rows are retained for years and contain the codes of the version that
 * wrote them, so codes are typed as text.
 */
export type AuditTables = {
  'audit.accesses': {
    organization_id: string
    id: string
    at: Date
    action: AccessRow['action']
    entity: string
    patient_id: string | null
    /** The same as a UUID, which is indexed. */
    patient: string | null
    outcome: AccessRow['outcome']
    because: string
    purpose: string
    actor_kind: AccessRow['actorKind']
    actor_id: string
    /** The same as a UUID, which is indexed. Null for the server itself. */
    actor: string | null
    actor_role: string
    client_id: string
    on_behalf_of: string | null
  }
}

export const tablesOf = (db: AnyKysely): Kysely<AuditTables> => db
