import type { Selectable } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import { newestFirst, type PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { MonitorFact } from '../model/monitor-fact.ts'
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
  },
  { guard: ['kind'] },
)

const factOf = (row: Row): MonitorFact => ({ ...facts.factOf(row), createdAt: row.created_at })

/** Conditional: it is not known already. */
export const insertFact = ({ id, patientId, kind, memberId, createdBy }: MonitorFact): Write =>
  facts.insertOnce({ id, patientId, kind, memberId, createdBy })

export const deleteFact = (before: MonitorFact): Write => facts.delete(before)

export const listFacts = async (db: AnyKysely, page: PageCursor): Promise<MonitorFact[]> =>
  (await tablesOf(db).selectFrom(table).selectAll().$call(newestFirst(page)).execute()).map(factOf)

/** Throws `not_found`. */
export const readFact = async (db: AnyKysely, id: string): Promise<MonitorFact> => {
  const row = await tablesOf(db).selectFrom(table).selectAll().where('id', '=', requireUuid(id)).executeTakeFirst()
  if (row === undefined) throw notFound('monitor fact unknown')
  return factOf(row)
}

/** All of the organization: as many as there are confidential patients and relatives of members. */
export const listAllFacts = async (db: AnyKysely): Promise<readonly MonitorFact[]> =>
  (await tablesOf(db).selectFrom(table).selectAll().orderBy('id').execute()).map(factOf)
