import type { Selectable } from 'kysely'
import type { VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import { newestFirst, type PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import { personUuidOf, requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { AccessSuppression, SuppressionContent } from '../model/access-suppression.ts'
import type { MonitoredSuppression } from '../model/monitor/monitored-facts.ts'
import { tablesOf, type ComplianceTables } from './tables.ts'

const table = 'compliance.access_suppressions'
type Row = Selectable<ComplianceTables[typeof table]>

export const accessSuppressions = factTable<AccessSuppression>(
  table,
  {
    id: ['id', 'uuid'],
    memberId: ['member_id', 'uuid'],
    code: ['code', 'text'],
    createdBy: ['created_by', 'uuid'],
    createdAt: ['suppressed_at', 'timestamptz'],
    fromDay: ['from_day', 'integer'],
    untilDay: ['until_day', 'integer'],
    endedAt: ['ended_at', 'timestamptz'],
    version: ['version', 'integer'],
  },
  { fixed: ['memberId', 'code', 'createdBy', 'createdAt', 'fromDay', 'untilDay'], sealedFor: () => null },
)

export type StoredSuppression = AccessSuppression & SuppressionContent

const decryptSuppression = async (
  db: AnyKysely,
  { access, caller, vault }: VaultContext,
  row: Row,
): Promise<StoredSuppression> => {
  const place = { organizationId: caller.organizationId, table, rowId: row.id, patientId: null }
  return {
    ...(await vault.open<SuppressionContent>(db, access, place, row.sealed)),
    ...accessSuppressions.factOf(row),
  }
}

/** Of everyone but the reader, the newest first. */
export const listSuppressions = async (
  db: AnyKysely,
  context: VaultContext,
  page: PageCursor,
): Promise<StoredSuppression[]> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('member_id', '<>', personUuidOf(context.caller))
    .$call(newestFirst(page))
    .execute()
  return Promise.all(rows.map((row) => decryptSuppression(db, context, row)))
}

/** Not one about the reader. Throws `not_found`. */
export const readSuppression = async (db: AnyKysely, context: VaultContext, id: string): Promise<StoredSuppression> => {
  const row = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('id', '=', requireUuid(id))
    .where('member_id', '<>', personUuidOf(context.caller))
    .executeTakeFirst()
  if (row === undefined) throw notFound('suppression unknown')
  return decryptSuppression(db, context, row)
}

/** In force on this day or later. Decrypts nothing. */
export const listSuppressionsInForce = async (db: AnyKysely, day: number): Promise<readonly MonitoredSuppression[]> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('ended_at', 'is', null)
    .where('until_day', '>=', day)
    .execute()
  return rows.map((row) => accessSuppressions.factOf(row))
}
