import { sql, type Selectable } from 'kysely'
import type { VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import { newestFirst, oldestFirst, type PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { DueRows } from '../../../platform/system/change-each-due.ts'
import type { FlagCode } from '../model/monitor/flag-code.ts'
import type { CaseContent, StoredCase } from '../model/stored-case.ts'
import { tablesOf, type ComplianceTables } from './tables.ts'

const table = 'compliance.access_cases'
type Row = Selectable<ComplianceTables[typeof table]>

/** JSON is read parsed and written as text. */
interface WrittenCase extends Omit<StoredCase, 'reasons'> {
  readonly reasons: string
}
const writtenOf = (one: StoredCase): WrittenCase => ({ ...one, reasons: JSON.stringify(one.reasons) })

const cases = factTable<WrittenCase>(
  table,
  {
    id: ['id', 'uuid'],
    memberId: ['member_id', 'uuid'],
    day: ['day', 'integer'],
    number: ['number', 'integer'],
    score: ['score', 'integer'],
    reasons: ['reasons', 'jsonb'],
    accessIds: ['access_ids', 'uuid[]'],
    status: ['status', 'text'],
    openedAt: ['opened_at', 'timestamptz'],
    dueAt: ['due_at', 'timestamptz'],
    escalatedAt: ['escalated_at', 'timestamptz'],
    assignedTo: ['assigned_to', 'uuid'],
    disposition: ['disposition', 'text'],
    closedBy: ['closed_by', 'uuid'],
    closedAt: ['closed_at', 'timestamptz'],
    incidentId: ['incident_id', 'uuid'],
    version: ['version', 'integer'],
  },
  { fixed: ['memberId', 'day', 'number', 'openedAt', 'dueAt'], sealedFor: () => null },
)

const caseOf = (row: Row): StoredCase => ({ ...cases.factOf(row), reasons: row.reasons })

/** Conditional: no other case has this number of the member and the day. */
export const insertCase = (one: StoredCase): Write => cases.insertOnce(writtenOf(one), {})

/** Conditional: the case is still as gathered in `before`. Without `content` what was written stays. */
export const replaceCase = (after: StoredCase, before: StoredCase, content?: CaseContent): Write =>
  cases.replace(writtenOf(after), writtenOf(before), content)

/** What a reader may see: never a case about themselves, and some only what is overdue. */
export interface CaseReader {
  readonly memberId: string
  readonly onlyOverdue: boolean
  /** With `onlyOverdue`: the only privacy officer, who handles no case about themselves, so that no one else would see it. */
  readonly loneOfficer: string | null
}

const select = (db: AnyKysely, { memberId, onlyOverdue, loneOfficer }: CaseReader) =>
  tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('member_id', '<>', memberId)
    .$if(onlyOverdue, (query) =>
      query.where((eb) =>
        eb.or([
          eb('escalated_at', 'is not', null),
          ...(loneOfficer === null ? [] : [eb('member_id', '=', loneOfficer)]),
        ]),
      ),
    )

/** Those that wait or the second looks, the oldest first, which are due first; or the closed ones, the newest first. */
export const listCases = async (
  db: AnyKysely,
  reader: CaseReader,
  { closed, secondLooks }: { readonly closed: boolean; readonly secondLooks: boolean },
  page: PageCursor,
): Promise<StoredCase[]> => {
  const query = select(db, reader)
    .where('status', closed ? '=' : '<>', 'closed')
    .$if(!closed, (waiting) => waiting.where('score', secondLooks ? '=' : '>', 0))
  const rows = await query.$call(closed ? newestFirst(page) : oldestFirst(page)).execute()
  return rows.map(caseOf)
}

/** Whom these cases are about, by id. Decrypts nothing. */
export const listCasesAbout = async (
  db: AnyKysely,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly memberId: string; readonly score: number }>> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .select(['id', 'member_id', 'score'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, member_id: memberId, score }) => [id, { memberId, score }]))
}

/** Throws `not_found`. */
export const readCase = async (
  db: AnyKysely,
  reader: CaseReader,
  id: string,
): Promise<{ readonly found: StoredCase; readonly decrypt: (context: VaultContext) => Promise<CaseContent> }> => {
  const row = await select(db, reader).where('id', '=', requireUuid(id)).executeTakeFirst()
  if (row === undefined) throw notFound('access case unknown')
  const decrypt = ({ vault, access, caller }: VaultContext): Promise<CaseContent> =>
    vault.open<CaseContent>(
      db,
      access,
      { organizationId: caller.organizationId, table, rowId: row.id, patientId: null },
      row.sealed,
    )
  return { found: caseOf(row), decrypt }
}

/** Of these members and days, in the order in which they were opened. */
export const listCasesOfDays = async (
  db: AnyKysely,
  days: readonly { readonly memberId: string; readonly day: number }[],
): Promise<StoredCase[]> => {
  if (days.length === 0) return []
  const { rows } = await sql<Row>`
    select one.* from compliance.access_cases as one
    join unnest(${days.map(({ memberId }) => memberId)}::uuid[], ${days.map(({ day }) => day)}::integer[]) as asked (member_id, day)
      on one.member_id = asked.member_id and one.day = asked.day
    order by one.number`.execute(db)
  return rows.map(caseOf)
}

/** What was found about these accesses, in cases that were closed: the last one counts. */
export const listDispositions = async (
  db: AnyKysely,
  accessIds: readonly string[],
): Promise<ReadonlyMap<string, StoredCase['disposition']>> => {
  if (accessIds.length === 0) return new Map()
  const rows = await tablesOf(db)
    .selectFrom(table)
    .select(['access_ids', 'disposition'])
    .where('status', '=', 'closed')
    .where(sql<boolean>`access_ids && ${accessIds}::uuid[]`)
    .orderBy('closed_at')
    .execute()
  return new Map(rows.flatMap(({ access_ids, disposition }) => access_ids.map((id) => [id, disposition] as const)))
}

/** Past their deadline and not escalated yet. */
export const listOverdueCases = async (
  db: AnyKysely,
  organizationId: string,
  now: Date,
  { limit, id }: DueRows,
): Promise<readonly StoredCase[]> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('status', '<>', 'closed')
    .where('escalated_at', 'is', null)
    .where('score', '>', 0)
    .where('due_at', '<=', now)
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .orderBy('due_at')
    .limit(limit)
    .execute()
  return rows.map(caseOf)
}

/** How many closed cases have each reason, and how many of them were not allowed. */
export const measureReasons = async (
  db: AnyKysely,
): Promise<readonly { readonly code: FlagCode; readonly closed: number; readonly inappropriate: number }[]> => {
  const { rows } = await sql<{ code: FlagCode; closed: number; inappropriate: number }>`
    select reason ->> 'code' as code, count(*)::integer as closed,
      count(*) filter (where disposition = 'inappropriate')::integer as inappropriate
    from compliance.access_cases, jsonb_array_elements(reasons) as reason
    where status = 'closed' group by 1 order by 2 desc, 1`.execute(db)
  return rows
}
