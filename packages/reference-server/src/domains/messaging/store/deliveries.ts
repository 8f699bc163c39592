import type { Notice } from '../model/notice-read-by.ts'
import { handled, type Handler } from './threads.ts'
import { sql, type Selectable } from 'kysely'
import { newestFirst, type PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import type { AnyKysely, RowLock } from '../../../platform/contracts/database.ts'
import {
  isUndelivered,
  pendingStatuses,
  type Delivery,
  type DeliveryStatus,
  type DeliveryReason,
} from '../model/delivery.ts'
import type { Channel } from '../model/messaging-policy.ts'
import type { EncryptedPreferences } from './preferences.ts'
import { tablesOf, type MessagingTables } from './tables.ts'

type Row = Selectable<MessagingTables['messaging.deliveries']>
const table = 'messaging.deliveries'

const deliveryOf = (row: Row): Delivery => ({
  id: row.id,
  patientId: row.patient_id,
  audience: row.audience,
  kind: row.kind,
  template: row.template,
  subjectKind: row.subject_kind,
  subjectId: row.subject_id,
  at: row.shown_at,
  channel: row.channel,
  status: row.status,
  reasonCode: row.reason_code,
  expiresAt: row.expires_at,
  transmissionId: row.transmission_id,
  vendorId: row.vendor_id,
  createdAt: row.created_at,
  sentAt: row.sent_at,
  settledAt: row.settled_at,
})

/** A statement to queue with its transmission; returns no row if the same notice was already sent. */
export const insertDeliveryStatement = (tx: AnyKysely, organizationId: string, delivery: Delivery, dedupeKey: string) =>
  tablesOf(tx)
    .insertInto(table)
    .values({
      organization_id: organizationId,
      id: delivery.id,
      patient_id: delivery.patientId,
      audience: delivery.audience,
      kind: delivery.kind,
      template: delivery.template,
      subject_kind: delivery.subjectKind,
      subject_id: delivery.subjectId,
      dedupe_key: dedupeKey,
      shown_at: delivery.at,
      channel: delivery.channel,
      status: delivery.status,
      expires_at: delivery.expiresAt,
      transmission_id: delivery.transmissionId,
      created_at: delivery.createdAt,
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'dedupe_key']).doNothing())
    .returning('id')

/** A statement to queue with its transmission. */
export const updateDeliveryStatement = (tx: AnyKysely, delivery: Delivery) =>
  tablesOf(tx)
    .updateTable(table)
    .set({
      channel: delivery.channel,
      status: delivery.status,
      reason_code: delivery.reasonCode,
      transmission_id: delivery.transmissionId,
      vendor_id: delivery.vendorId,
      sent_at: delivery.sentAt,
      settled_at: delivery.settledAt,
      ...(isUndelivered(delivery) && { dedupe_key: null }),
    })
    .where('id', '=', delivery.id)
    .returning('id')

export const updateDelivery = async (tx: AnyKysely, delivery: Delivery): Promise<void> => {
  await updateDeliveryStatement(tx, delivery).execute()
}

/** Marks the notice as sent by this channel. A statement to queue with its transmission; returns no row if the outcome is already known. */
export const updateDepartureStatement = (
  tx: AnyKysely,
  id: string,
  departure: {
    readonly channel: Channel
    readonly transmissionId: string
    readonly numberIndex: Uint8Array | undefined
  },
) =>
  tablesOf(tx)
    .updateTable(table)
    .set({
      channel: departure.channel,
      status: 'queued',
      transmission_id: departure.transmissionId,
      ...(departure.numberIndex !== undefined && { number_index: departure.numberIndex }),
    })
    .where('id', '=', id)
    .where('status', 'in', pendingStatuses)
    .returning('id')

/** A carrier accepted it and will not report on it. Null if the outcome was already known. */
export const updateSent = async (tx: AnyKysely, id: string, now: Date): Promise<Delivery | null> => {
  const row = await tablesOf(tx)
    .updateTable(table)
    .set({ status: 'sent', sent_at: now, reason_code: null, transmission_id: null })
    .where('id', '=', id)
    .where('status', 'in', pendingStatuses)
    .returningAll()
    .executeTakeFirst()
  return row ? deliveryOf(row) : null
}

/**
 * Marks the notice as waiting for another decision. A statement to queue with its transmission; returns no row if the outcome is already
 * known.
 */
export const updateWaitStatement = (tx: AnyKysely, id: string, transmissionId: string) =>
  tablesOf(tx)
    .updateTable(table)
    .set({ status: 'deferred', transmission_id: transmissionId })
    .where('id', '=', id)
    .where('status', 'in', pendingStatuses)
    .returning('id')

/** Marks the notice as suppressed. Null if the outcome was already known. */
export const updateSuppressed = async (
  tx: AnyKysely,
  id: string,
  reasonCode: DeliveryReason,
  now: Date,
): Promise<Delivery | null> => {
  const row = await tablesOf(tx)
    .updateTable(table)
    .set({ status: 'suppressed', settled_at: now, reason_code: reasonCode, transmission_id: null, dedupe_key: null })
    .where('id', '=', id)
    .where('status', 'in', pendingStatuses)
    .returningAll()
    .executeTakeFirst()
  return row ? deliveryOf(row) : null
}

/** A delivery and its patient's preferences, still encrypted. */
export const findDeliveryToDecide = async (
  db: AnyKysely,
  id: string,
): Promise<{ readonly delivery: Delivery; readonly preferences: EncryptedPreferences | null } | null> => {
  const row = await tablesOf(db)
    .selectFrom('messaging.deliveries as delivery')
    .leftJoin('messaging.preferences as preferences', (join) =>
      join
        .onRef('preferences.organization_id', '=', 'delivery.organization_id')
        .onRef('preferences.id', '=', 'delivery.patient_id'),
    )
    .selectAll('delivery')
    .select(['preferences.version', 'preferences.sealed'])
    .where('delivery.id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const { version, sealed } = row
  return { delivery: deliveryOf(row), preferences: version === null || sealed === null ? null : { version, sealed } }
}

export const findDelivery = async (db: AnyKysely, id: string, lock: RowLock = 'none'): Promise<Delivery | null> => {
  const row = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('id', '=', id)
    .$if(lock === 'for-update', (query) => query.forUpdate())
    .executeTakeFirst()
  return row ? deliveryOf(row) : null
}

/** Deliveries about these notices, newest first. With `handledBy`, messages are limited to threads that this member may read. */
export const listDeliveries = async (
  db: AnyKysely,
  patientId: string,
  { notices, handledBy }: { readonly notices: readonly Notice[]; readonly handledBy?: Handler },
  page: PageCursor,
): Promise<Delivery[]> => {
  if (notices.length === 0) return []
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('patient_id', '=', patientId)
    .where(({ eb, refTuple, tuple }) =>
      eb(
        refTuple('kind', 'template'),
        'in',
        notices.map(({ kind, template }) => tuple(kind, template)),
      ),
    )
    .$if(handledBy !== undefined, (query) =>
      query.where(sql<boolean>`(kind <> 'message' or exists (
        select from messaging.threads as thread where thread.id::text = subject_id ${handled({ handledBy })}))`),
    )
    .$call(newestFirst(page))
    .execute()
  return rows.map(deliveryOf)
}

/** Deliveries about a subject that are not sent yet, locked. */
export const lockPendingDeliveries = async (tx: AnyKysely, subjectId: string): Promise<Delivery[]> => {
  const rows = await pending(tx, subjectId).forUpdate().execute()
  return rows.map(deliveryOf)
}

/** The same without a lock. */
export const listPendingDeliveries = async (db: AnyKysely, subjectId: string): Promise<Delivery[]> => {
  const rows = await pending(db, subjectId).execute()
  return rows.map(deliveryOf)
}

const pending = (db: AnyKysely, subjectId: string) =>
  tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('subject_id', '=', subjectId)
    .where('transmission_id', 'is not', null)
    .orderBy('id')

/**
 * A vendor's report and the response that contains the vendor's message id may cross. The transaction that holds this lock sees what the
 * other has stored.
 */
export const lockVendorId = async (tx: AnyKysely, vendorId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`messaging.vendor/${vendorId}`}, 0))`.execute(tx)
}

export const lockDeliveryByVendorId = async (tx: AnyKysely, vendorId: string): Promise<Delivery | null> => {
  const row = await tablesOf(tx)
    .selectFrom(table)
    .selectAll()
    .where('vendor_id', '=', vendorId)
    .forUpdate()
    .executeTakeFirst()
  return row ? deliveryOf(row) : null
}

export interface EarlyReport {
  readonly status: Extract<DeliveryStatus, 'delivered' | 'failed'>
  readonly reason_code: string | null
}

/** Stores a report that arrived before its message id is known. */
export const insertEarlyReport = async (
  tx: AnyKysely,
  row: EarlyReport & {
    readonly organizationId: string
    readonly id: string
    readonly vendorId: string
    readonly at: Date
  },
): Promise<void> => {
  await sql`insert into messaging.early_reports (organization_id, id, vendor_id, status, reason_code, at)
    values (${row.organizationId}, ${row.id}, ${row.vendorId}, ${row.status}, ${row.reason_code}, ${row.at})
    on conflict do nothing`.execute(tx)
}

export const takeEarlyReport = async (tx: AnyKysely, vendorId: string): Promise<EarlyReport | null> => {
  const { rows } = await sql<EarlyReport>`
    delete from messaging.early_reports where vendor_id = ${vendorId} returning status, reason_code`.execute(tx)
  return rows[0] ?? null
}

export const deleteEarlyReports = async (tx: AnyKysely, before: Date): Promise<void> => {
  await sql`delete from messaging.early_reports where at < ${before}`.execute(tx)
}

/** The patients of the latest messages to this number: a household may share one. */
export const listPatientsByNumber = async (tx: AnyKysely, index: Uint8Array): Promise<string[]> => {
  const { rows } = await sql<{ patient_id: string }>`
    select distinct patient_id from (
      select patient_id from messaging.deliveries where number_index = ${index} order by id desc limit 100) as latest`.execute(
    tx,
  )
  return rows.map((row) => row.patient_id)
}
