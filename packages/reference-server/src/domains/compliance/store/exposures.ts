import { sql } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { AccessRow } from '../../../platform/contracts/ledger.ts'
import type { PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { isOfNoCaseAbout } from './accesses.ts'

export interface ExposureFilter {
  readonly actorId: string
  /** RFC 3339, inclusive. */
  readonly from: string
  /** RFC 3339, exclusive. */
  readonly to: string
  readonly clientId?: string | undefined
  /** The member who reads it, and does not learn of cases about themselves. */
  readonly readBy: string
}

/** What one actor reached of one patient. */
export interface StoredExposure {
  readonly patientId: string
  readonly from: Date
  readonly to: Date
  readonly data: readonly { readonly entity: string; readonly action: AccessRow['action']; readonly accesses: number }[]
}

/** By patient, in the order of their ids. A refused access showed nothing, and its row names no patient. */
export const listExposures = async (
  db: AnyKysely,
  { actorId, from, to, clientId, readBy }: ExposureFilter,
  { after, take }: PageCursor,
): Promise<readonly StoredExposure[]> => {
  const { rows } = await sql<StoredExposure>`
    with counted as (
      select patient, entity, action, count(*)::integer as accesses, min(at) as first, max(at) as last
      from audit.accesses as access
      where actor = ${requireUuid(actorId)}::uuid and patient is not null
        and ${isOfNoCaseAbout(readBy)}
        and at >= ${new Date(from)} and at < ${new Date(to)}
        and (${clientId ?? null}::text is null or client_id = ${clientId ?? null})
        and (${after}::uuid is null or patient > ${after}::uuid)
      group by patient, entity, action)
    select patient::text as "patientId", min(first) as "from", max(last) as "to",
      json_agg(json_build_object('entity', entity, 'action', action, 'accesses', accesses) order by entity, action) as data
    from counted group by patient order by patient limit ${take}`.execute(db)
  return rows
}
