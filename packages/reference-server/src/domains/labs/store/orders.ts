import type { Selectable } from 'kysely'
import { knownId } from '../../../platform/database/ids/known-id.ts'
import { newestFirst, pageOf, type PagePlace } from '../../../platform/database/ids/page-of-ids.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { Situation } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { SealedPlace } from '../../../platform/contracts/vault.ts'
import type { LabOrder, OrderContent } from '../model/lab-order.ts'
import { tablesOf, type LabsTables } from './tables.ts'

type Row = Selectable<LabsTables['labs.orders']>
type Opening = Pick<Situation, 'caller' | 'access' | 'vault'>

/** `lock` keeps others from changing the row until the transaction ends. */
export type Look = 'look' | 'lock'

const table = 'labs.orders'

/** One order, opened. Throws `not_found`, also beyond the caller's reach. */
export const readOrder = async (
  db: AnyKysely,
  opening: Opening,
  orderId: string,
  look: Look = 'look',
): Promise<LabOrder> => {
  const order = await findOrder(db, opening, 'id', knownId(orderId), look)
  if (order === null) throw notFound('lab order unknown')
  return order
}

export const findOrderByNumber = (db: AnyKysely, opening: Opening, groupNumber: string): Promise<LabOrder | null> =>
  findOrder(db, opening, 'group_number', groupNumber, 'look')

const findOrder = async (
  db: AnyKysely,
  opening: Opening,
  column: 'id' | 'group_number',
  value: string,
  look: Look,
): Promise<LabOrder | null> => {
  const row = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', opening.caller.organizationId)
    .where(column, '=', value)
    .$if(look === 'lock', (query) => query.forUpdate())
    .executeTakeFirst()
  if (row === undefined || isBeyondReach(opening, row.patient_id)) return null
  return openOrder(db, opening, row)
}

/** A patient's, newest first; a page, of one visit if it is named. */
export const ordersOfPatient = async (
  db: AnyKysely,
  opening: Opening,
  { patientId, visitId }: { readonly patientId: string; readonly visitId?: string | undefined },
  place: PagePlace,
): Promise<{ items: LabOrder[]; nextCursor: string | null }> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', opening.caller.organizationId)
    .where('patient_id', '=', knownId(patientId))
    .$if(visitId !== undefined, (query) => query.where('visit_id', '=', knownId(visitId ?? '')))
    .$call(newestFirst(place))
    .execute()
  const { items, nextCursor } = pageOf(rows, place)
  return { items: await Promise.all(items.map((row) => openOrder(db, opening, row))), nextCursor }
}

/** Those of a visit within the caller's reach, oldest first. */
export const ordersOfVisit = async (
  db: AnyKysely,
  opening: Opening,
  visitId: string,
  limit: number,
): Promise<LabOrder[]> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', opening.caller.organizationId)
    .where('visit_id', '=', knownId(visitId))
    .orderBy('id')
    .limit(limit)
    .execute()
  const own = rows.filter((row) => !isBeyondReach(opening, row.patient_id))
  return Promise.all(own.map((row) => openOrder(db, opening, row)))
}

/** A fact for the transmission that tells it. */
export const orderInsertion = async (tx: AnyKysely, opening: Opening, order: LabOrder) => {
  opening.access.touch(order.patientId)
  return tablesOf(tx)
    .insertInto(table)
    .values({
      organization_id: opening.caller.organizationId,
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
      sealed: await opening.vault.seal(tx, placeOf(opening, order.id, order.patientId), order.content),
    })
    .returning('id')
}

/** An order after a step, its row locked when `before` was read. To be kept with something else; no row when it was not. */
export const orderChange = async (tx: AnyKysely, opening: Opening, before: LabOrder, after: LabOrder) => {
  const isResealed = after.content !== before.content
  const sealed = isResealed
    ? await opening.vault.seal(tx, placeOf(opening, after.id, after.patientId), after.content)
    : null
  return tablesOf(tx)
    .updateTable(table)
    .set({ status: after.status, version: after.version, ...(sealed && { sealed }) })
    .where('organization_id', '=', opening.caller.organizationId)
    .where('id', '=', before.id)
    .where('version', '=', before.version)
}

/** Keeps an order after a step. Its row was locked when `before` was read. */
export const updateOrder = async (
  tx: AnyKysely,
  opening: Opening,
  before: LabOrder,
  after: LabOrder,
): Promise<void> => {
  const { numUpdatedRows } = await (await orderChange(tx, opening, before, after)).executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) throw new Error('a laboratory order changed although its row was locked')
}

const isBeyondReach = ({ access, caller }: Pick<Opening, 'access' | 'caller'>, patientId: string): boolean =>
  access.reach === 'own' && !caller.patientIds.includes(patientId)

const placeOf = ({ caller }: Pick<Opening, 'caller'>, rowId: string, patientId: string): SealedPlace => ({
  organizationId: caller.organizationId,
  table,
  rowId,
  patientId,
})

const openOrder = async (db: AnyKysely, opening: Opening, row: Row): Promise<LabOrder> => ({
  id: row.id,
  groupNumber: row.group_number,
  patientId: row.patient_id,
  visitId: row.visit_id,
  practitionerId: row.practitioner_id,
  status: row.status,
  priority: row.priority,
  placedAt: row.placed_at,
  transmissionId: row.transmission_id,
  content: await opening.vault.open<OrderContent>(
    db,
    opening.access,
    placeOf(opening, row.id, row.patient_id),
    row.sealed,
  ),
  version: row.version,
})
