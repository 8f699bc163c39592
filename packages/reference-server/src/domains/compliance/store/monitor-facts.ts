import type { Selectable } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import { writeStatement } from '../../../platform/database/changes/write-statement.ts'
import { newestFirst, type PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import { countsSince, type MonitorFact } from '../model/monitor-fact.ts'
import { tablesOf, type ComplianceTables } from './tables.ts'

const table = 'compliance.monitor_facts'
type Row = Selectable<ComplianceTables[typeof table]>

const facts = factTable<Omit<MonitorFact, 'createdAt'>>(
  table,
  {
    id: ['id', 'uuid'],
    patientId: ['patient_id', 'uuid'],
    kind: ['kind', 'text'],
    memberId: ['member_id', 'uuid'],
    createdBy: ['created_by', 'uuid'],
    removedAt: ['removed_at', 'timestamptz'],
  },
  { fixed: ['patientId', 'kind', 'memberId', 'createdBy'], guard: ['removedAt'] },
)

const factOf = (row: Row): MonitorFact => ({ ...facts.factOf(row), createdAt: row.created_at })

/** Conditional: it is not known already. */
export const insertFact = ({ createdAt: _createdAt, ...fact }: MonitorFact): Write => facts.insertOnce(fact)

/** It is no longer in the list, and still counts for a time. Conditional: no one has removed it. */
export const removeFact = (before: MonitorFact, removedAt: Date): Write =>
  facts.replace({ ...before, removedAt }, before)

/** Those that no longer count. */
export const deleteFactsRemovedBefore = (time: Date): Write => ({ statement: deleteRemoved, values: [time] })
const deleteRemoved = writeStatement({
  kind: 'delete',
  table,
  where: 'removed_at < $1::timestamptz',
  isConditional: false,
})

export const listFacts = async (db: AnyKysely, page: PageCursor): Promise<MonitorFact[]> =>
  (
    await tablesOf(db).selectFrom(table).selectAll().where('removed_at', 'is', null).$call(newestFirst(page)).execute()
  ).map(factOf)

/** Throws `not_found`. */
export const readFact = async (db: AnyKysely, id: string): Promise<MonitorFact> => {
  const row = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('id', '=', requireUuid(id))
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) throw notFound('monitor fact unknown')
  return factOf(row)
}

/** All of the organization that count, removed or not: as many as there are confidential patients and relatives of members. */
export const listFactsThatCount = async (db: AnyKysely, now: Date): Promise<readonly MonitorFact[]> =>
  (
    await tablesOf(db)
      .selectFrom(table)
      .selectAll()
      .where((eb) => eb.or([eb('removed_at', 'is', null), eb('removed_at', '>', countsSince(now))]))
      .orderBy('id')
      .execute()
  ).map(factOf)
