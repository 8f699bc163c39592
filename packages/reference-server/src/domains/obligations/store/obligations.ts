import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import { newestFirst, type PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { Completion, Obligation } from '../model/obligation.ts'
import { tablesOf } from './tables.ts'

const table = 'obligations.obligations'

const obligations = factTable<Obligation>(
  table,
  {
    id: ['id', 'uuid'],
    kind: ['kind', 'text'],
    title: ['title', 'text'],
    everyDays: ['every_days', 'integer'],
    ownerId: ['owner_id', 'uuid'],
    dueOn: ['due_on', 'text'],
    lastCompletedOn: ['last_completed_on', 'text'],
    active: ['active', 'boolean'],
    version: ['version', 'integer'],
  },
  { fixed: ['kind'] },
)

export const insertObligation = (obligation: Obligation): Write => obligations.insert(obligation)

/** Conditional: the obligation is still as gathered in `before`. */
export const replaceObligation = (after: Obligation, before: Obligation): Write => obligations.replace(after, before)

/** The earliest due date first, at most `take`. */
export const listObligations = async (
  db: AnyKysely,
  { active }: { readonly active: boolean },
  take: number,
): Promise<readonly Obligation[]> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .$if(active, (query) => query.where('active', '=', true))
    .orderBy('due_on')
    .orderBy('id')
    .limit(take)
    .execute()
  return rows.map(obligations.factOf)
}

export const readObligation = async (db: AnyKysely, id: string): Promise<Obligation> => {
  const row = await tablesOf(db).selectFrom(table).selectAll().where('id', '=', requireUuid(id)).executeTakeFirst()
  if (!row) throw notFound('obligation_unknown')
  return obligations.factOf(row)
}

const completions = factTable<Completion>(
  'obligations.completions',
  {
    id: ['id', 'uuid'],
    obligationId: ['obligation_id', 'uuid'],
    completedOn: ['completed_on', 'text'],
    evidence: ['evidence', 'text'],
    recordedBy: ['recorded_by', 'uuid'],
    recordedAt: ['recorded_at', 'timestamptz'],
  },
  { guard: [] },
)

export const insertCompletion = (completion: Completion): Write => completions.insert(completion)

export const listCompletions = async (
  db: AnyKysely,
  obligationId: string,
  page: PageCursor,
): Promise<readonly Completion[]> => {
  const rows = await tablesOf(db)
    .selectFrom('obligations.completions')
    .selectAll()
    .where('obligation_id', '=', requireUuid(obligationId))
    .$call(newestFirst(page))
    .execute()
  return rows.map(completions.factOf)
}
