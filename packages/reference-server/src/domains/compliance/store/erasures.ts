import { sql } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import { newestFirst, type PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import type { Erasure } from '../model/retention.ts'
import { tablesOf } from './tables.ts'

const table = 'compliance.erasures'

const erasures = factTable<Erasure>(
  table,
  {
    id: ['id', 'uuid'],
    patientId: ['patient_id', 'uuid'],
    basis: ['basis', 'text'],
    status: ['status', 'text'],
    approvedAt: ['approved_at', 'timestamptz'],
    approvedBy: ['approved_by', 'uuid'],
    erasedAt: ['erased_at', 'timestamptz'],
    certificate: ['certificate', 'text'],
    signature: ['signature', 'text'],
    version: ['version', 'integer'],
  },
  { fixed: ['patientId', 'basis', 'approvedAt', 'approvedBy'] },
)

export const insertErasure = (erasure: Erasure): Write => erasures.insert(erasure)

/** Conditional: it is still as gathered in `before`. */
export const replaceErasure = (after: Erasure, before: Erasure): Write => erasures.replace(after, before)

/** The newest first. */
export const listErasures = async (db: AnyKysely, page: PageCursor): Promise<Erasure[]> => {
  const rows = await tablesOf(db).selectFrom(table).selectAll().$call(newestFirst(page)).execute()
  return rows.map((row) => erasures.factOf(row))
}

/** Decided, and not carried out yet. */
export const listApproved = async (db: AnyKysely, limit: number): Promise<Erasure[]> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('status', '=', 'approved')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => erasures.factOf(row))
}

/** Versions of the patient's data key. */
export const countKeys = async (db: AnyKysely, patientId: string): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from vault.data_keys where subject = ${patientId}`.execute(db)
  return rows[0]?.count ?? 0
}
