import { sql, type OperationNodeSource, type Selectable } from 'kysely'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { newestFirst, pageOf, type PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { RequestContext, VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely, RowLock } from '../../../platform/contracts/database.ts'
import type { SealContext } from '../../../platform/contracts/vault.ts'
import type { ReportedTest } from '../model/lab-order.ts'
import type { LabResult, ResultContent } from '../model/lab-result.ts'
import type { RankedCursor } from './ranked-cursor.ts'
import { factsOf, stepColumns } from './result-columns.ts'
import { versionColumns, versionRow, versionTable } from './result-versions.ts'
import { tablesOf, type LabsTables } from './tables.ts'

type Row = Selectable<LabsTables['labs.results']>

const table = 'labs.results'

/** One result, decrypted. Throws `not_found`, also outside the caller's reach, and for a patient or proxy before it is released. */
export const readResult = async (
  db: AnyKysely,
  context: VaultContext,
  resultId: string,
  lock: RowLock = 'none',
): Promise<LabResult> => {
  const row = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', context.caller.organizationId)
    .where('id', '=', requireUuid(resultId))
    .$if(lock === 'for-update', (query) => query.forUpdate())
    .executeTakeFirst()
  if (row === undefined || isHidden(context, row)) throw notFound('lab result unknown')
  return decryptResult(db, context, row)
}

const isHidden = ({ access, caller }: VaultContext, row: Pick<Row, 'patient_id' | 'released_version'>): boolean =>
  access.reach === 'own' && (!caller.patientIds.includes(row.patient_id) || row.released_version === null)

/** Results of a patient, newest first, one page. With reach `own`, always only released results. */
export const listResultsByPatient = async (
  db: AnyKysely,
  context: VaultContext,
  patientId: string,
  page: PageCursor,
  which: 'all' | 'released' = 'all',
): Promise<{ items: LabResult[]; nextCursor: string | null }> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', context.caller.organizationId)
    .where('patient_id', '=', requireUuid(patientId))
    .$if(which === 'released' || context.access.reach === 'own', (query) =>
      query.where('released_version', 'is not', null),
    )
    .$call(newestFirst(page))
    .execute()
  const { items, nextCursor } = pageOf(rows, page)
  return { items: await Promise.all(items.map((row) => decryptResult(db, context, row))), nextCursor }
}

/** Results that wait for a review: critical ones first, then by arrival; one page. Decrypts only the results of the page. */
export const listResultsAwaitingReview = async (
  db: AnyKysely,
  context: VaultContext,
  { practitionerId, critical }: { readonly practitionerId: string | null; readonly critical: boolean | undefined },
  after: RankedCursor | null,
  limit: number,
): Promise<{ items: LabResult[]; next: RankedCursor | null }> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', context.caller.organizationId)
    .where('review_rank', 'is not', null)
    .$if(practitionerId !== null, (query) => query.where('practitioner_id', '=', requireUuid(practitionerId ?? '')))
    .$if(critical !== undefined, (query) => query.where('review_rank', '=', critical === true ? 0 : 1))
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('review_rank', 'id'), '>', tuple(after?.rank ?? 0, after?.id ?? '')),
      ),
    )
    .orderBy('review_rank')
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: await Promise.all(shown.map((row) => decryptResult(db, context, row))),
    next: rows.length > limit && last !== undefined ? { rank: last.review_rank ?? 1, id: last.id } : null,
  }
}

/** Results with a laboratory's number: more than one if it gave one number to several tests. */
export const listResultsByFiller = async (
  db: AnyKysely,
  context: VaultContext,
  source: string,
  fillerNumber: string,
): Promise<LabResult[]> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', context.caller.organizationId)
    .where('source', '=', source)
    .where('filler_number', '=', fillerNumber)
    .orderBy('id')
    .limit(20)
    .execute()
  return Promise.all(rows.map((row) => decryptResult(db, context, row)))
}

/**
 * The result of one test under one number, locked, or null; and the status of the order's other results. The order's row is locked, so no
 * other transaction adds a result in the meantime.
 */
export const findResult = async (
  tx: AnyKysely,
  context: VaultContext,
  key: Pick<LabResult, 'orderId' | 'position' | 'source' | 'fillerNumber'>,
): Promise<{ readonly result: LabResult | null; readonly others: readonly ReportedTest[] }> => {
  const tests = sql<(ReportedTest & Pick<Row, 'id'>)[]>`
    (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'position', position, 'status', status)), '[]')
    from labs.results where order_id = ${key.orderId})`
  const row = await tablesOf(tx)
    .with('found', (query) =>
      query
        .selectFrom(table)
        .selectAll()
        .where('organization_id', '=', context.caller.organizationId)
        .where('order_id', '=', key.orderId)
        .where('position', '=', key.position)
        .where('source', '=', key.source)
        .where('filler_number', '=', key.fillerNumber)
        .forUpdate(),
    )
    .selectFrom(tablesOf(tx).selectNoFrom(tests.as('tests')).as('reported'))
    .leftJoin('found', (join) => join.onTrue())
    .select('reported.tests')
    .selectAll('found')
    .executeTakeFirstOrThrow()
  const others = row.tests.filter(({ id }) => id !== row.id).map(({ position, status }) => ({ position, status }))
  return { result: isFound(row) ? await decryptResult(tx, context, row) : null, others }
}

const isFound = (row: { readonly id: string | null }): row is Row => row.id !== null

/** Inserts a first result and its version, and updates `order`, whose row is locked. */
export const insertResult = async (
  tx: AnyKysely,
  context: VaultContext & Pick<RequestContext, 'newId'>,
  result: LabResult,
  order: OperationNodeSource | null,
): Promise<void> => {
  context.access.touch(result.patientId)
  const statement = tablesOf(tx)
    .insertInto(table)
    .values({
      organization_id: context.caller.organizationId,
      id: result.id,
      order_id: result.orderId,
      patient_id: result.patientId,
      practitioner_id: result.practitionerId,
      position: result.position,
      source: result.source,
      filler_number: result.fillerNumber,
      received_at: result.receivedAt,
      ...stepColumns(result),
      sealed: await context.vault.seal(tx, sealContextOf(context, result), result.content),
    })
    .returning('id')
  if (!(await writeWithVersion(tx, context, result, statement, order)))
    throw new Error('a laboratory order changed although its row was locked')
}

/** Updates a result and inserts its version. False if the result has changed since `before` was read. */
export const updateResult = async (
  tx: AnyKysely,
  context: VaultContext & Pick<RequestContext, 'newId'>,
  before: LabResult,
  after: LabResult,
  order: OperationNodeSource | null,
): Promise<boolean> => {
  const isResealed = after.content !== before.content
  const sealed = isResealed ? await context.vault.seal(tx, sealContextOf(context, after), after.content) : null
  const statement = tablesOf(tx)
    .updateTable(table)
    .set({ ...stepColumns(after), ...(sealed && { sealed }) })
    .where('organization_id', '=', context.caller.organizationId)
    .where('id', '=', before.id)
    .where('version', '=', before.version)
    .returning('id')
  return writeWithVersion(tx, context, after, statement, order)
}

/** Writes a result, its order and the version in one statement. False if one of the two rows has changed since it was read. */
const writeWithVersion = async (
  tx: AnyKysely,
  context: VaultContext & Pick<RequestContext, 'newId'>,
  result: LabResult,
  statement: OperationNodeSource,
  order: OperationNodeSource | null,
): Promise<boolean> => {
  const version = sql.join(await versionRow(tx, context, result))
  const into = sql`insert into ${sql.table(versionTable)} (${sql.join(versionColumns.map((column) => sql.ref(column)))})`
  const { numAffectedRows } = await (
    order === null
      ? sql`with kept as (${statement}) ${into} select ${version} from kept`
      : sql`with kept as (${statement}), gone_on as (${order}) ${into} select ${version} from kept, gone_on`
  ).execute(tx)
  return numAffectedRows === 1n
}

const sealContextOf = (
  { caller }: Pick<VaultContext, 'caller'>,
  { id, patientId }: Pick<LabResult, 'id' | 'patientId'>,
): SealContext => ({
  organizationId: caller.organizationId,
  table,
  rowId: id,
  patientId,
})

const decryptResult = async (db: AnyKysely, context: VaultContext, row: Row): Promise<LabResult> => {
  const sealContext = sealContextOf(context, { id: row.id, patientId: row.patient_id })
  return {
    ...factsOf(row),
    content: await context.vault.open<ResultContent>(db, context.access, sealContext, row.sealed),
  }
}
