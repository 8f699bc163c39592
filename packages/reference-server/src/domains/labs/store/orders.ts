import { sql, type Selectable } from 'kysely'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { newestFirst, pageOf, type PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import { preparedRead, type Placeholders } from '../../../platform/database/reads/prepared-read.ts'
import type { LabOrder, OrderContent, ReportedTest } from '../model/lab-order.ts'
import { tablesOf, type LabsTables } from './tables.ts'

type Row = Selectable<LabsTables['labs.orders']>

const table = 'labs.orders'

/** The content is encrypted in `sealed`. */
const orders = factTable<Omit<LabOrder, 'content'>>(
  table,
  {
    id: ['id', 'uuid'],
    groupNumber: ['group_number', 'text'],
    patientId: ['patient_id', 'uuid'],
    visitId: ['visit_id', 'uuid'],
    continuedVisitId: ['continued_visit_id', 'uuid'],
    practitionerId: ['practitioner_id', 'uuid'],
    status: ['status', 'text'],
    priority: ['priority', 'text'],
    placedAt: ['placed_at', 'timestamptz'],
    transmissionId: ['transmission_id', 'uuid'],
    version: ['version', 'integer'],
    resultsStored: ['results_stored', 'integer'],
  },
  {
    fixed: [
      'groupNumber',
      'patientId',
      'visitId',
      'continuedVisitId',
      'practitionerId',
      'priority',
      'placedAt',
      'transmissionId',
    ],
    guard: ['version', 'resultsStored'],
    sealedFor: ({ patientId }) => patientId,
  },
)

export const insertOrder = (order: LabOrder): Write => orders.insert(order, order.content)

/** Conditional: the order is still as gathered in `before`, and so are its results. */
export const replaceOrder = (after: LabOrder, before: LabOrder): Write =>
  orders.replace(after, before, after.content === before.content ? undefined : after.content)

/** One order, decrypted. Throws `not_found`, also outside the caller's reach. */
export const readOrder = async (db: AnyKysely, context: VaultContext, orderId: string): Promise<LabOrder> => {
  const { organizationId } = context.caller
  const [row] = await selectOrder(db, { organizationId, id: requireUuid(orderId) })
  if (row === undefined || isBeyondReach(context, row.patient_id)) throw notFound('lab order unknown')
  return decryptOrder(db, context, row)
}
/** Null for an order between visits. Decrypts nothing. */
export const findVisitOfOrder = async (db: AnyKysely, orderId: string): Promise<string | null> => {
  const row = await tablesOf(db)
    .selectFrom(table)
    .select('visit_id')
    .where('id', '=', requireUuid(orderId))
    .executeTakeFirst()
  return row?.visit_id ?? null
}

const selectOrder = preparedRead((db, { organizationId, id }: Placeholders<{ organizationId: string; id: string }>) =>
  tablesOf(db).selectFrom(table).selectAll().where('organization_id', '=', organizationId).where('id', '=', id),
)

/** The status of each result of an order, by the result's id. */
export type ReportedTests = ReadonlyMap<string, ReportedTest>

/** An order that is still encrypted, and the status of its results. Both are read at one time. */
export interface EncryptedOrder extends Omit<LabOrder, 'content'> {
  readonly reported: ReportedTests
  readonly decrypt: () => Promise<LabOrder>
}

/** Orders by id or by our number. */
export const listEncryptedOrders = async (
  db: AnyKysely,
  context: VaultContext,
  { ids = [], groupNumbers = [] }: { readonly ids?: readonly string[]; readonly groupNumbers?: readonly string[] },
): Promise<EncryptedOrder[]> => {
  if (ids.length + groupNumbers.length === 0) return []
  const rows = await selectOrders(db, { organizationId: context.caller.organizationId, ids, groupNumbers })
  return rows.map((row) => ({
    ...factsOf(row),
    reported: new Map(row.tests.map(({ id, position, status }) => [id, { position, status }])),
    decrypt: () => decryptOrder(db, context, row),
  }))
}

const tests = sql<readonly (ReportedTest & { readonly id: string })[]>`
  (select coalesce(jsonb_agg(jsonb_build_object('id', result.id, 'position', position, 'status', result.status)), '[]')
  from labs.results as result
  where result.organization_id = orders.organization_id and result.order_id = orders.id)`
interface OfNumbers {
  readonly organizationId: string
  readonly ids: readonly string[]
  readonly groupNumbers: readonly string[]
}
const selectOrders = preparedRead((db, { organizationId, ids, groupNumbers }: Placeholders<OfNumbers>) =>
  tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .select(tests.as('tests'))
    .where('organization_id', '=', organizationId)
    .where(({ eb, or }) =>
      or([
        eb('id', '=', sql<string>`any(${ids}::uuid[])`),
        eb('group_number', '=', sql<string>`any(${groupNumbers}::text[])`),
      ]),
    )
    .orderBy('id'),
)

/** One order, decrypted, and the status of its results. Throws `not_found`, also outside the caller's reach. */
export const readOrderWithTests = async (
  db: AnyKysely,
  context: VaultContext,
  orderId: string,
): Promise<{ readonly order: LabOrder; readonly reported: ReportedTests }> => {
  const [found] = await listEncryptedOrders(db, context, { ids: [requireUuid(orderId)] })
  if (found === undefined || isBeyondReach(context, found.patientId)) throw notFound('lab order unknown')
  return { order: await found.decrypt(), reported: found.reported }
}

/** Orders of a patient, newest first, one page; of one visit if it is given. */
export const listOrdersByPatient = async (
  db: AnyKysely,
  context: VaultContext,
  { patientId, visitId }: { readonly patientId: string; readonly visitId?: string | undefined },
  page: PageCursor,
): Promise<{ items: LabOrder[]; nextCursor: string | null }> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', context.caller.organizationId)
    .where('patient_id', '=', requireUuid(patientId))
    .$if(visitId !== undefined, (query) => query.where('visit_id', '=', requireUuid(visitId ?? '')))
    .$call(newestFirst(page))
    .execute()
  const { items, nextCursor } = pageOf(rows, page)
  return { items: await Promise.all(items.map((row) => decryptOrder(db, context, row))), nextCursor }
}

/** Orders of a visit within the caller's reach, oldest first. */
export const listOrdersByVisit = async (
  db: AnyKysely,
  context: VaultContext,
  visitId: string,
  limit: number,
): Promise<LabOrder[]> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', context.caller.organizationId)
    .where('visit_id', '=', requireUuid(visitId))
    .orderBy('id')
    .limit(limit)
    .execute()
  const own = rows.filter((row) => !isBeyondReach(context, row.patient_id))
  return Promise.all(own.map((row) => decryptOrder(db, context, row)))
}

const isBeyondReach = ({ access, caller }: Pick<VaultContext, 'access' | 'caller'>, patientId: string): boolean =>
  access.reach === 'own' && !caller.patientIds.includes(patientId)

const factsOf = (row: Row): Omit<LabOrder, 'content'> => orders.factOf({ ...row })

const decryptOrder = async (db: AnyKysely, context: VaultContext, row: Row): Promise<LabOrder> => ({
  ...factsOf(row),
  content: await context.vault.open<OrderContent>(
    db,
    context.access,
    { organizationId: context.caller.organizationId, table, rowId: row.id, patientId: row.patient_id },
    row.sealed,
  ),
})
