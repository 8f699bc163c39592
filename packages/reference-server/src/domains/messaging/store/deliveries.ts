import type { Notice } from '../model/notice-read-by.ts'
import { handled, type Handler } from './threads.ts'
import { sql, type Selectable } from 'kysely'
import { newestFirst, type PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { writeStatement } from '../../../platform/database/changes/write-statement.ts'
import { preparedRead, type Placeholders } from '../../../platform/database/reads/prepared-read.ts'
import { isUndelivered, type Delivery, type DeliveryStatus } from '../model/delivery.ts'
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

/** Conditional if `isConditional`: no notice with this key was requested before. */
export const insertDelivery = (delivery: Delivery, dedupeKey: string, isConditional: boolean): Write => ({
  statement: isConditional ? insertOnce : insertNew,
  values: [
    ...[delivery.id, delivery.patientId, delivery.audience, delivery.kind, delivery.template, delivery.subjectKind],
    ...[delivery.subjectId, dedupeKey, delivery.at, delivery.channel, delivery.status, delivery.expiresAt],
    ...[delivery.transmissionId, delivery.createdAt],
  ],
})
const insertion = {
  kind: 'insert',
  table,
  columns: [
    ...['id', 'patient_id', 'audience', 'kind', 'template', 'subject_kind', 'subject_id', 'dedupe_key', 'shown_at'],
    ...['channel', 'status', 'expires_at', 'transmission_id', 'created_at'],
  ],
  values: [
    ...['$1::uuid', '$2::uuid', '$3::text', '$4::text', '$5::text', '$6::text', '$7::text', '$8::text'],
    ...['$9::timestamptz', '$10::text', '$11::text', '$12::timestamptz', '$13::uuid', '$14::timestamptz'],
  ],
} as const
const insertOnce = writeStatement({ ...insertion, isConditional: true })
const insertNew = writeStatement({ ...insertion, isConditional: false })

/**
 * Conditional: the delivery is still as gathered in `before`. A notice that did not reach the person releases its key. `numberIndex`: of
 * the number to which it was sent.
 */
export const replaceDelivery = (after: Delivery, before: Delivery, numberIndex: Uint8Array | null = null): Write => ({
  statement: updateDelivery,
  values: [
    ...[after.id, after.channel, after.status, after.reasonCode, after.transmissionId, after.vendorId, after.sentAt],
    ...[after.settledAt, isUndelivered(after), numberIndex, before.status, before.transmissionId],
  ],
})
const updateDelivery = writeStatement({
  kind: 'update',
  table,
  set: `channel = $2::text, status = $3::text, reason_code = $4::text, transmission_id = $5::uuid, vendor_id = $6::text,
    sent_at = $7::timestamptz, settled_at = $8::timestamptz, number_index = coalesce($10::bytea, number_index),
    dedupe_key = case when $9::boolean then null else dedupe_key end`,
  where: 'id = $1::uuid and status = $11::text and transmission_id is not distinct from $12::uuid',
  isConditional: true,
})

/** Which of these keys are in use. */
export const findDedupeKeys = async (db: AnyKysely, keys: readonly string[]): Promise<ReadonlySet<string>> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .select('dedupe_key')
    .where('dedupe_key', '=', sql<string>`any(${keys}::text[])`)
    .execute()
  return new Set(rows.map(({ dedupe_key }) => dedupe_key ?? ''))
}

/** A delivery and its patient's preferences, still encrypted. */
export interface DeliveryToDecide {
  readonly delivery: Delivery
  readonly preferences: EncryptedPreferences | null
}

export const findDeliveryToDecide = async (db: AnyKysely, id: string): Promise<DeliveryToDecide | null> => {
  const [row] = await selectToDecide(db, { id })
  if (!row) return null
  const { version, sealed } = row
  return { delivery: deliveryOf(row), preferences: version === null || sealed === null ? null : { version, sealed } }
}
const selectToDecide = preparedRead((db, { id }: Placeholders<{ id: string }>) =>
  tablesOf(db)
    .selectFrom('messaging.deliveries as delivery')
    .leftJoin('messaging.preferences as preferences', (join) =>
      join
        .onRef('preferences.organization_id', '=', 'delivery.organization_id')
        .onRef('preferences.id', '=', 'delivery.patient_id'),
    )
    .selectAll('delivery')
    .select(['preferences.version', 'preferences.sealed'])
    .where('delivery.id', '=', id),
)

export const findDelivery = async (db: AnyKysely, id: string): Promise<Delivery | null> => {
  const row = await tablesOf(db).selectFrom(table).selectAll().where('id', '=', id).executeTakeFirst()
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

/** A notice that is not sent yet, and that no attempt has begun to send. */
export interface PendingDelivery {
  readonly delivery: Delivery
  readonly transmissionId: string
  readonly dedupeKey: string | null
}

/** Notices about a subject that can be withdrawn. */
export const listPendingDeliveries = async (db: AnyKysely, subjectId: string): Promise<PendingDelivery[]> => {
  const rows = await tablesOf(db)
    .selectFrom('messaging.deliveries as delivery')
    .selectAll('delivery')
    .where('delivery.subject_id', '=', subjectId)
    .where('delivery.transmission_id', 'is not', null)
    .where(
      sql<boolean>`exists (select from messaging.transmissions as transmission
        where transmission.organization_id = delivery.organization_id and transmission.id = delivery.transmission_id
          and transmission.state = 'waiting' and transmission.attempt = 0)`,
    )
    .orderBy('delivery.id')
    .execute()
  return rows.map((row) => ({
    delivery: deliveryOf(row),
    transmissionId: row.transmission_id ?? '',
    dedupeKey: row.dedupe_key,
  }))
}

export const findDeliveryByVendorId = async (db: AnyKysely, vendorId: string): Promise<Delivery | null> => {
  const row = await tablesOf(db).selectFrom(table).selectAll().where('vendor_id', '=', vendorId).executeTakeFirst()
  return row ? deliveryOf(row) : null
}

export interface EarlyReport {
  /** Of its message too. */
  readonly id: string
  readonly status: Extract<DeliveryStatus, 'delivered' | 'failed'>
  readonly reasonCode: string | null
}

/**
 * A vendor's report and the response that contains the vendor's message id may cross. Each of them inserts the id here, and the id is
 * unique: whichever is second finds what the first has stored. Conditional: there is no row yet.
 */
export const insertEarlyReport = ({
  id,
  vendorId,
  status,
  reasonCode,
  at,
}: EarlyReport & { readonly vendorId: string; readonly at: Date }): Write => ({
  statement: insertEarly,
  values: [id, vendorId, status, reasonCode, at],
})
const insertEarly = writeStatement({
  kind: 'insert',
  table: 'messaging.early_reports',
  columns: ['id', 'vendor_id', 'status', 'reason_code', 'at'],
  values: ['$1::uuid', '$2::text', '$3::text', '$4::text', '$5::timestamptz'],
  isConditional: true,
})

/** Whether a report has arrived before the vendor's id was known, or the id is known to a delivery by now; null if neither. */
export const findVendorIdState = async (
  db: AnyKysely,
  vendorId: string,
): Promise<EarlyReport['status'] | 'known' | null> => {
  const row = await tablesOf(db)
    .selectFrom('messaging.early_reports')
    .select('status')
    .where('vendor_id', '=', vendorId)
    .executeTakeFirst()
  return row?.status ?? null
}

/** Marks the vendor's id as known to a delivery. Conditional: no report has arrived for it. */
export const insertKnownVendorId = (id: string, vendorId: string, now: Date): Write => ({
  statement: insertKnown,
  values: [id, vendorId, now],
})
const insertKnown = writeStatement({
  kind: 'insert',
  table: 'messaging.early_reports',
  columns: ['id', 'vendor_id', 'status', 'at'],
  values: ['$1::uuid', '$2::text', "'known'", '$3::timestamptz'],
  isConditional: true,
})

/** The report that arrived before the id was known, if one did. */
export const findEarlyReport = async (db: AnyKysely, vendorId: string): Promise<EarlyReport | null> => {
  const { rows } = await sql<EarlyReport>`select id, status, reason_code as "reasonCode" from messaging.early_reports
    where vendor_id = ${vendorId} and status <> 'known'`.execute(db)
  return rows[0] ?? null
}

/** Marks it as applied. Conditional: it is still there. */
export const applyEarlyReport = (vendorId: string): Write => ({ statement: updateEarly, values: [vendorId] })
const updateEarly = writeStatement({
  kind: 'update',
  table: 'messaging.early_reports',
  set: "status = 'known', reason_code = null",
  where: "vendor_id = $1::text and status <> 'known'",
  isConditional: true,
})

/** Of messages whose wait is over. */
export const deleteEarlyReports = (before: Date): Write => ({ statement: deleteEarly, values: [before] })
const deleteEarly = writeStatement({
  kind: 'delete',
  table: 'messaging.early_reports',
  where: `at < $1::timestamptz and not exists (select from messaging.partner_messages as message
    where message.organization_id = early_reports.organization_id and message.id = early_reports.id and message.state = 'waiting')`,
  isConditional: false,
})

/** The patients of the latest messages to this number: a household may share one. */
export const listPatientsByNumber = async (tx: AnyKysely, index: Uint8Array): Promise<string[]> => {
  const { rows } = await sql<{ patient_id: string }>`
    select distinct patient_id from (
      select patient_id from messaging.deliveries where number_index = ${index} order by id desc limit 100) as latest`.execute(
    tx,
  )
  return rows.map((row) => row.patient_id)
}
