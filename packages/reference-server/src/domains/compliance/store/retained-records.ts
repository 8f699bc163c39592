import { sql } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import { oldestFirst, type PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import type { RetainedRecord } from '../model/retention.ts'
import { tablesOf } from './tables.ts'

const table = 'compliance.retained_records'

const records = factTable<RetainedRecord>(table, {
  id: ['id', 'uuid'],
  activeDay: ['active_day', 'integer'],
  majorityDay: ['majority_day', 'integer'],
  holds: ['holds', 'integer'],
  erasureId: ['erasure_id', 'uuid'],
  version: ['version', 'integer'],
})

export const listRetainedRecords = async (
  db: AnyKysely,
  patientIds: readonly string[],
): Promise<ReadonlyMap<string, RetainedRecord>> => {
  if (patientIds.length === 0) return new Map()
  const rows = await tablesOf(db).selectFrom(table).selectAll().where('id', 'in', patientIds).execute()
  return new Map(rows.map((row) => [row.id, records.factOf(row)]))
}

export const findRetainedRecord = async (db: AnyKysely, patientId: string): Promise<RetainedRecord | null> =>
  (await listRetainedRecords(db, [requireUuid(patientId)])).get(patientId) ?? null

/** Conditional: it is still as gathered in `before`, which has version 0 if there was none. */
export const writeRetainedRecord = (after: RetainedRecord, before: RetainedRecord): Write =>
  before.version === 0 ? records.insertOnce(after) : records.replace(after, before)

/** Last used before this day, by patients who are of age for as long; with and without holds, and not erased. */
const due = (db: AnyKysely, before: number) =>
  tablesOf(db)
    .selectFrom(table)
    .where('active_day', '<', before)
    .where('majority_day', '<', before)
    .where('erasure_id', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('vault.erasures')
            .select(sql`1`.as('one'))
            .where(sql<boolean>`subject = ${sql.ref(`${table}.id`)}::text`),
        ),
      ),
    )

/** In the order of registration. */
export const listDue = async (db: AnyKysely, before: number, page: PageCursor): Promise<RetainedRecord[]> => {
  const rows = await due(db, before).selectAll(table).$call(oldestFirst(page)).execute()
  return rows.map((row) => records.factOf(row))
}

export const countRecords = async (
  db: AnyKysely,
  before: number,
): Promise<{ due: number; held: number; erased: number }> => {
  const count = sql<number>`count(*)::integer`.as('count')
  const [dueNow, held, erased] = await Promise.all([
    due(db, before).select(count).where('holds', '=', 0).executeTakeFirstOrThrow(),
    tablesOf(db).selectFrom(table).select(count).where('holds', '>', 0).executeTakeFirstOrThrow(),
    tablesOf(db)
      .selectFrom('compliance.erasures')
      .select(count)
      .where('status', '=', 'erased')
      .executeTakeFirstOrThrow(),
  ])
  return { due: dueNow.count, held: held.count, erased: erased.count }
}

/** What privacy officers do about a record is not use of it. */
const notUse = ['privacy-review', 'privacy-request', 'access-log', 'record-copy', 'session']

/** When a person last changed something in each of these records, by the ledger. Unknown for those in which nothing is left of it. */
export const listLastChanges = async (
  db: AnyKysely,
  patientIds: readonly string[],
): Promise<ReadonlyMap<string, Date>> => {
  const { rows } = await sql<{ id: string; at: Date }>`
    select patients.id, last.at from unnest(${patientIds}::uuid[]) as patients (id)
    cross join lateral (
      select at from audit.accesses
      where patient = patients.id and outcome = 'done' and actor_kind <> 'system'
        and action in ('create', 'update', 'delete', 'execute') and because <> all (${notUse}::text[])
      order by id desc limit 1) as last`.execute(db)
  return new Map(rows.map(({ id, at }) => [id, at]))
}

/** Of these patients, those whose keys are gone. */
export const listErased = async (db: AnyKysely, patientIds: readonly string[]): Promise<ReadonlySet<string>> => {
  if (patientIds.length === 0) return new Set()
  const rows = await tablesOf(db)
    .selectFrom('vault.erasures')
    .select('subject')
    .where('subject', 'in', patientIds)
    .execute()
  return new Set(rows.map(({ subject }) => subject))
}
