import { sql, type Selectable } from 'kysely'
import type { ReadContext, RequestContext, VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import { newestFirst, oldestFirst, type PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { DueRows } from '../../../platform/system/change-each-due.ts'
import type { AccessQuestion, AccessQuestionContent } from '../model/access-question.ts'
import { tablesOf, type ComplianceTables } from './tables.ts'

const table = 'compliance.access_questions'
type Row = Selectable<ComplianceTables[typeof table]>

/** The texts are encrypted in `sealed`. At most one question about an access waits for an answer. */
export const accessQuestions = factTable<AccessQuestion>(
  table,
  {
    id: ['id', 'uuid'],
    patientId: ['patient_id', 'uuid'],
    accessId: ['access_id', 'uuid'],
    reason: ['reason', 'text'],
    status: ['status', 'text'],
    askedBy: ['asked_by', 'uuid'],
    askedAt: ['asked_at', 'timestamptz'],
    dueAt: ['due_at', 'timestamptz'],
    escalatedAt: ['escalated_at', 'timestamptz'],
    assignedTo: ['assigned_to', 'uuid'],
    outcome: ['outcome', 'text'],
    answeredBy: ['answered_by', 'uuid'],
    answeredAt: ['answered_at', 'timestamptz'],
    version: ['version', 'integer'],
  },
  {
    fixed: ['patientId', 'accessId', 'reason', 'askedBy', 'askedAt', 'dueAt'],
    sealedFor: ({ patientId }) => patientId,
  },
)

export type StoredQuestion = AccessQuestion & AccessQuestionContent

/** Decrypts a question that was read, and records the access. */
export const decryptQuestion = async (
  db: AnyKysely,
  { caller, access, vault }: VaultContext,
  row: Row,
): Promise<StoredQuestion> => {
  const place = { organizationId: caller.organizationId, table, rowId: row.id, patientId: row.patient_id }
  return { ...(await vault.open<AccessQuestionContent>(db, access, place, row.sealed)), ...accessQuestions.factOf(row) }
}

const select = (db: AnyKysely, organizationId: string) =>
  tablesOf(db).selectFrom(table).selectAll().where('organization_id', '=', organizationId)

/** What a reader may see. Who answers instead of the privacy officers sees no question about an access of their own. */
export type QuestionReader =
  | { readonly sees: 'all' }
  | { readonly sees: 'none' }
  | { readonly sees: 'not-own'; readonly memberId: string }
  | { readonly sees: 'of-officer'; readonly memberId: string; readonly officerId: string }

const isAbout = (actorId: string) =>
  sql<boolean>`exists (select from audit.accesses as access
    where access.id = compliance.access_questions.access_id and access.actor_id = ${actorId})`

const selectFor = (db: AnyKysely, organizationId: string, reader: QuestionReader) => {
  const query = select(db, organizationId)
  if (reader.sees === 'all') return query
  if (reader.sees === 'none') return query.where(sql<boolean>`false`)
  const others = query.where(sql<boolean>`not ${isAbout(reader.memberId)}`)
  return reader.sees === 'not-own' ? others : others.where(isAbout(reader.officerId))
}

/** Which access each of these questions is about, by id. Decrypts nothing. */
export const listAccessesAsked = async (
  db: AnyKysely,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const rows = await tablesOf(db).selectFrom(table).select(['id', 'access_id']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, access_id: accessId }) => [id, accessId]))
}

/** Decrypted. Throws `not_found`. */
export const readQuestion = async (
  context: ReadContext,
  reader: QuestionReader,
  id: string,
): Promise<StoredQuestion> => {
  const row = await selectFor(context.db, context.caller.organizationId, reader)
    .where('id', '=', requireUuid(id))
    .executeTakeFirst()
  if (row === undefined) throw notFound('access question unknown')
  return decryptQuestion(context.db, context, row)
}

/** Of one patient, the newest first. Decrypts nothing. */
export const listQuestionsOfPatient = (
  db: AnyKysely,
  { caller }: Pick<RequestContext, 'caller'>,
  reader: QuestionReader,
  patientId: string,
  page: PageCursor,
): Promise<Row[]> =>
  selectFor(db, caller.organizationId, reader).where('patient_id', '=', patientId).$call(newestFirst(page)).execute()

/** Those that wait, the oldest first, which are due first; or the answered ones, the newest first. Decrypts nothing. */
export const listQuestions = (
  db: AnyKysely,
  { caller }: Pick<RequestContext, 'caller'>,
  reader: QuestionReader,
  answered: boolean,
  page: PageCursor,
): Promise<Row[]> => {
  const query = selectFor(db, caller.organizationId, reader).where('status', answered ? '=' : '<>', 'answered')
  return query.$call(answered ? newestFirst(page) : oldestFirst(page)).execute()
}

export const countOpenQuestions = async (db: AnyKysely, organizationId: string, patientId: string): Promise<number> => {
  const row = await tablesOf(db)
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('organization_id', '=', organizationId)
    .where('patient_id', '=', patientId)
    .where('status', '<>', 'answered')
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Past their deadline and not escalated yet. Decrypts nothing. */
export const listOverdueQuestions = async (
  db: AnyKysely,
  organizationId: string,
  now: Date,
  { limit, id }: DueRows,
): Promise<readonly AccessQuestion[]> => {
  const rows = await select(db, organizationId)
    .where('status', '<>', 'answered')
    .where('escalated_at', 'is', null)
    .where('due_at', '<=', now)
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .orderBy('due_at')
    .limit(limit)
    .execute()
  return rows.map((row) => accessQuestions.factOf(row))
}
