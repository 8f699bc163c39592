import type { Kysely } from 'kysely'
import type { AccessRow, AnyKysely } from '../../../platform/seams.ts'

/** The platform's audit tables, as far as they are read here. */
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
    actor_kind: AccessRow['actorKind']
    actor_id: string
    actor_role: string
    client_id: string
    on_behalf_of: string | null
  }
  'audit.links': {
    organization_id: string
    access_id: string
    /** A bigint, which the driver gives as text. */
    sequence: string
  }
}

export const tablesOf = (db: AnyKysely): Kysely<AuditTables> => db
