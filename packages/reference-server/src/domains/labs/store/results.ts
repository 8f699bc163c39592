import { sql, type Selectable } from 'kysely'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { newestFirst, pageOf, type PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import { factsInMemory } from '../../../platform/database/facts/fact-memory.ts'
import { preparedRead, type Placeholders } from '../../../platform/database/reads/prepared-read.ts'
import type { LabResult, ResultContent, ResultStatus } from '../model/lab-result.ts'
import type { RankedCursor } from './ranked-cursor.ts'
import {
  clockFactColumns,
  clockFacts,
  factsOf,
  reviewRankOf,
  type ClockFacts,
  type ResultFacts,
} from './result-columns.ts'
import { tablesOf, type LabsTables } from './tables.ts'

type Row = Selectable<LabsTables['labs.results']>

const table = 'labs.results'

interface ResultRow extends Omit<ResultFacts, 'clock'>, ClockFacts {
  readonly status: ResultStatus
  readonly reviewRank: 0 | 1 | null
}

const byId = ({ resultId }: { readonly resultId: string }): string => resultId
const inMemory = factsInMemory('labs.results', {
  'labs.result-received': byId,
  'labs.result-corrected': byId,
  'labs.result-reviewed': byId,
  'labs.result-released': byId,
  'labs.critical-raised': byId,
  'labs.critical-acknowledged': byId,
})

const results = factTable<ResultRow>(
  table,
  {
    id: ['id', 'uuid'],
    orderId: ['order_id', 'uuid'],
    patientId: ['patient_id', 'uuid'],
    practitionerId: ['practitioner_id', 'uuid'],
    position: ['position', 'integer'],
    source: ['source', 'text'],
    fillerNumber: ['filler_number', 'text'],
    status: ['status', 'text'],
    receivedAt: ['received_at', 'timestamptz'],
    reportedAt: ['reported_at', 'timestamptz'],
    reviewedAt: ['reviewed_at', 'timestamptz'],
    reviewedBy: ['reviewed_by', 'text'],
    releasedAt: ['released_at', 'timestamptz'],
    releasedVersion: ['released_version', 'integer'],
    correctedAfterReview: ['corrected_after_review', 'boolean'],
    reviewRank: ['review_rank', 'smallint'],
    ...clockFactColumns,
    version: ['version', 'integer'],
  },
  {
    fixed: ['orderId', 'patientId', 'practitionerId', 'position', 'source', 'fillerNumber', 'receivedAt'],
    // A clock that goes on has no version of its own.
    guard: ['version', 'criticalNextAt', 'criticalAcknowledgedAt'],
    sealedFor: ({ patientId }) => patientId,
    inMemory,
  },
)

const rowOf = (result: LabResult): ResultRow => ({
  ...result,
  status: result.content.status,
  reviewRank: reviewRankOf(result),
  ...clockFacts(result.clock),
})

/** A first result. The caller replaces its order, so that no other change inserts the same result. */
export const insertResult = (result: LabResult): Write => results.insert(rowOf(result), result.content)

/** Conditional: the result is still as gathered in `before`, with its clock. */
export const replaceResult = (after: LabResult, before: LabResult): Write =>
  results.replace(rowOf(after), rowOf(before), after.content === before.content ? undefined : after.content)

const versions = factTable<{
  readonly id: string
  readonly resultId: string
  readonly patientId: string
  readonly version: number
}>(
  'labs.result_versions',
  {
    id: ['id', 'uuid'],
    resultId: ['result_id', 'uuid'],
    patientId: ['patient_id', 'uuid'],
    version: ['version', 'integer'],
  },
  { sealedFor: ({ patientId }) => patientId },
)

/** The immutable row of this version, for the change that writes the result: neither is ever written without the other. */
export const insertResultVersion = (id: string, { id: resultId, patientId, version, content }: LabResult): Write =>
  versions.insert({ id, resultId, patientId, version }, content)

/** One result, decrypted. Throws `not_found`, also outside the caller's reach, and for a patient or proxy before it is released. */
export const readResult = async (db: AnyKysely, context: VaultContext, resultId: string): Promise<LabResult> => {
  const { organizationId } = context.caller
  const id = requireUuid(resultId)
  const row = await inMemory(db, id, async () => (await selectResult(db, { organizationId, id }))[0])
  if (row === undefined || isHidden(context, row)) throw notFound('lab result unknown')
  return decryptResult(db, context, row)
}
const selectResult = preparedRead((db, { organizationId, id }: Placeholders<{ organizationId: string; id: string }>) =>
  tablesOf(db).selectFrom(table).selectAll().where('organization_id', '=', organizationId).where('id', '=', id),
)

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

/** Results that wait for this practitioner; for anyone, without one. Decrypts nothing. */
export const countResultsAwaitingReview = async (
  db: AnyKysely,
  organizationId: string,
  practitionerId: string | null,
): Promise<number> => {
  const row = await tablesOf(db)
    .selectFrom(table)
    .select(({ fn }) => fn.countAll().as('count'))
    .where('organization_id', '=', organizationId)
    .where('review_rank', 'is not', null)
    .$if(practitionerId !== null, (query) => query.where('practitioner_id', '=', practitionerId ?? ''))
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/** A result that is still encrypted. */
export interface EncryptedResult extends ResultFacts {
  readonly decrypt: () => Promise<LabResult>
}

/** Results with these numbers of a laboratory, of one order if it is given: it may give one number to several tests. */
export const listEncryptedResults = async (
  db: AnyKysely,
  context: VaultContext,
  source: string,
  fillerNumbers: readonly string[],
  orderId?: string,
): Promise<EncryptedResult[]> => {
  const of = { organizationId: context.caller.organizationId, source, fillerNumbers }
  const rows = orderId === undefined ? await selectNumbers(db, of) : await selectOfOrder(db, { ...of, orderId })
  return rows.map((row) => ({ ...factsOf(row), decrypt: () => decryptResult(db, context, row) }))
}

interface Numbers {
  readonly organizationId: string
  readonly source: string
  readonly fillerNumbers: readonly string[]
}
const numbered = (db: AnyKysely, { organizationId, source, fillerNumbers }: Placeholders<Numbers>) =>
  tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('source', '=', source)
    .where('filler_number', '=', sql<string>`any(${fillerNumbers}::text[])`)
    .orderBy('id')
const selectNumbers = preparedRead(numbered)
const selectOfOrder = preparedRead((db, of: Placeholders<Numbers & { readonly orderId: string }>) =>
  numbered(db, of).where('order_id', '=', of.orderId),
)

const decryptResult = async (db: AnyKysely, context: VaultContext, row: Row): Promise<LabResult> => {
  const place = {
    organizationId: context.caller.organizationId,
    table,
    rowId: row.id,
    patientId: row.patient_id,
  }
  return { ...factsOf(row), content: await context.vault.open<ResultContent>(db, context.access, place, row.sealed) }
}
