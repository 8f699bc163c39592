import type { Selectable } from 'kysely'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { newestFirst, pageOf, type PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely, RowLock } from '../../../platform/contracts/database.ts'
import type { SealContext } from '../../../platform/contracts/vault.ts'
import type { LabOrder, OrderContent } from '../model/lab-order.ts'
import { tablesOf, type LabsTables } from './tables.ts'

type Row = Selectable<LabsTables['labs.orders']>

const table = 'labs.orders'

/** One order, decrypted. Throws `not_found`, also outside the caller's reach. */
export const readOrder = async (
  db: AnyKysely,
  context: VaultContext,
  orderId: string,
  lock: RowLock = 'none',
): Promise<LabOrder> => {
  const order = await findOrder(db, context, 'id', requireUuid(orderId), lock)
  if (order === null) throw notFound('lab order unknown')
  return order
}

export const findOrderByNumber = (
  db: AnyKysely,
  context: VaultContext,
  groupNumber: string,
): Promise<LabOrder | null> => findOrder(db, context, 'group_number', groupNumber, 'none')

const findOrder = async (
  db: AnyKysely,
  context: VaultContext,
  column: 'id' | 'group_number',
  value: string,
  lock: RowLock,
): Promise<LabOrder | null> => {
  const row = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', context.caller.organizationId)
    .where(column, '=', value)
    .$if(lock === 'for-update', (query) => query.forUpdate())
    .executeTakeFirst()
  if (row === undefined || isBeyondReach(context, row.patient_id)) return null
  return decryptOrder(db, context, row)
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

/** A statement for the transmission that carries the order. */
export const insertOrderStatement = async (tx: AnyKysely, context: VaultContext, order: LabOrder) => {
  context.access.touch(order.patientId)
  return tablesOf(tx)
    .insertInto(table)
    .values({
      organization_id: context.caller.organizationId,
      id: order.id,
      group_number: order.groupNumber,
      patient_id: order.patientId,
      visit_id: order.visitId,
      practitioner_id: order.practitionerId,
      priority: order.priority,
      placed_at: order.placedAt,
      transmission_id: order.transmissionId,
      status: order.status,
      version: order.version,
      sealed: await context.vault.seal(tx, sealContextOf(context, order.id, order.patientId), order.content),
    })
    .returning('id')
}

/**
 * Writes an order whose row was locked when `before` was read. To be queued with other statements; returns no row if the order has changed.
 */
export const updateOrderStatement = async (tx: AnyKysely, context: VaultContext, before: LabOrder, after: LabOrder) => {
  const isResealed = after.content !== before.content
  const sealed = isResealed
    ? await context.vault.seal(tx, sealContextOf(context, after.id, after.patientId), after.content)
    : null
  return tablesOf(tx)
    .updateTable(table)
    .set({ status: after.status, version: after.version, ...(sealed && { sealed }) })
    .where('organization_id', '=', context.caller.organizationId)
    .where('id', '=', before.id)
    .where('version', '=', before.version)
}

/** Writes an order whose row was locked when `before` was read. */
export const updateOrder = async (
  tx: AnyKysely,
  context: VaultContext,
  before: LabOrder,
  after: LabOrder,
): Promise<void> => {
  const { numUpdatedRows } = await (await updateOrderStatement(tx, context, before, after)).executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) throw new Error('a laboratory order changed although its row was locked')
}

const isBeyondReach = ({ access, caller }: Pick<VaultContext, 'access' | 'caller'>, patientId: string): boolean =>
  access.reach === 'own' && !caller.patientIds.includes(patientId)

const sealContextOf = ({ caller }: Pick<VaultContext, 'caller'>, rowId: string, patientId: string): SealContext => ({
  organizationId: caller.organizationId,
  table,
  rowId,
  patientId,
})

const decryptOrder = async (db: AnyKysely, context: VaultContext, row: Row): Promise<LabOrder> => ({
  id: row.id,
  groupNumber: row.group_number,
  patientId: row.patient_id,
  visitId: row.visit_id,
  practitionerId: row.practitioner_id,
  status: row.status,
  priority: row.priority,
  placedAt: row.placed_at,
  transmissionId: row.transmission_id,
  content: await context.vault.open<OrderContent>(
    db,
    context.access,
    sealContextOf(context, row.id, row.patient_id),
    row.sealed,
  ),
  version: row.version,
})
