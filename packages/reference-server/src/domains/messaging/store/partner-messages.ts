import { isUtf8 } from 'node:buffer'
import { sql, type Selectable } from 'kysely'
import type { VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { writeStatement } from '../../../platform/database/changes/write-statement.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type {
  HeldPartnerMessage,
  NewPartnerMessage,
  PartnerHoldReason,
  PartnerMessageKind,
} from '../model/partner-message.ts'
import { tablesOf, type MessagingTables } from './tables.ts'

const table = 'messaging.partner_messages'
type Row = Selectable<MessagingTables[typeof table]>

/** Text, which can be compressed, or base64 of bytes that are not UTF-8. */
type StoredBytes = { readonly text: string } | { readonly base64: string }
export const storedBytes = (bytes: Uint8Array): StoredBytes =>
  isUtf8(bytes) ? { text: Buffer.from(bytes).toString() } : { base64: Buffer.from(bytes).toString('base64') }

/** Conditional: this report is not stored yet. */
export const insertHeldMessage = (id: string, message: NewPartnerMessage, now: Date): Write =>
  insertion(insertOnce, id, message, now)
/** One with an effect in the same change. Nothing is stored for a repeat. */
export const insertAppliedMessage = (id: string, message: NewPartnerMessage, now: Date): Write =>
  insertion(insertApplied, id, message, now)

/** Of a notice that was refused while it was sent, so that there is no report: what is known of it is stored in its place. */
export const insertRefusal = (
  id: string,
  {
    code,
    ...held
  }: Pick<NewPartnerMessage, 'kind' | 'reason' | 'urgent' | 'patientId'> & {
    readonly deliveryId: string
    readonly code: string
  },
  now: Date,
): Write => {
  const { deliveryId } = held
  const bytes = Buffer.from(JSON.stringify({ refused: code }))
  const source = { source: 'refused', eventId: deliveryId, fingerprint: deliveryId, reader: 'refused-1', bytes }
  return insertion(insertApplied, id, { ...source, ...held, numberIndex: null, effect: 'failed' }, now)
}

const insertion = (statement: Write['statement'], id: string, message: NewPartnerMessage, now: Date): Write => {
  const { source, eventId, fingerprint, reader, kind, reason, urgent, numberIndex, patientId, bytes } = message
  const { effect = null, deliveryId = null, dueAt = null } = message
  const state = reason === null ? 'applied' : dueAt === null ? 'held' : 'waiting'
  return {
    statement,
    values: [
      ...[id, source, eventId, fingerprint, reader, now, kind, reason, state],
      ...[urgent, numberIndex, patientId, effect, deliveryId, dueAt, null],
    ],
    sealed: { at: 15, rowId: id, patientId, value: storedBytes(bytes) },
  }
}
const parts = {
  kind: 'insert',
  table,
  columns: [
    ...['id', 'source', 'event_id', 'fingerprint', 'reader', 'received_at', 'kind', 'reason', 'state'],
    ...['urgent', 'number_index', 'patient_id', 'effect', 'delivery_id', 'due_at', 'sealed'],
  ],
  values: [
    ...['$1::uuid', '$2::text', '$3::text', '$4::text', '$5::text', '$6::timestamptz', '$7::text', '$8::text'],
    ...[
      '$9::text',
      '$10::boolean',
      '$11::bytea',
      '$12::uuid',
      '$13::text',
      '$14::uuid',
      '$15::timestamptz',
      '$16::bytea',
    ],
  ],
} as const
const insertOnce = writeStatement({ ...parts, isConditional: true })
const insertApplied = writeStatement({
  ...parts,
  isConditional: false,
  onConflict: '(organization_id, source, event_id, fingerprint) do nothing',
})

/** What is stored under the id of a report: the same report, or one that says something else. */
export const findReceived = async (
  db: AnyKysely,
  source: string,
  { id, fingerprint }: { readonly id: string; readonly fingerprint: string },
): Promise<'nothing' | 'same' | 'other'> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .select('fingerprint')
    .where('source', '=', source)
    .where('event_id', '=', id)
    .execute()
  if (rows.some((row) => row.fingerprint === fingerprint)) return 'same'
  return rows.length === 0 ? 'nothing' : 'other'
}

const columns = ['id', 'kind', 'reason', 'urgent', 'received_at', 'patient_id', 'number_index', 'delivery_id'] as const

const heldMessageOf = (row: Pick<Row, (typeof columns)[number]>): HeldPartnerMessage => ({
  id: row.id,
  kind: row.kind,
  reason: row.reason as HeldPartnerMessage['reason'],
  urgent: row.urgent,
  receivedAt: row.received_at,
  patientId: row.patient_id,
  numberIndex: row.number_index,
  deliveryId: row.delivery_id,
})

/** The last row of a page, which begins with those that have a word of an emergency. */
export interface HeldCursor {
  readonly urgent: boolean
  readonly id: string
}

/** Those with a word of an emergency first, then the oldest first, and how many wait in all. Decrypts nothing. */
export const listHeldMessages = async (
  db: AnyKysely,
  { after, take }: { readonly after: HeldCursor | null; readonly take: number },
): Promise<{ readonly rows: HeldPartnerMessage[]; readonly count: number }> => {
  const waiting = tablesOf(db).selectFrom(table).where('state', '=', 'held')
  const [rows, { count }] = await Promise.all([
    waiting
      .select(columns)
      .$if(after !== null, (rest) =>
        rest.where(sql<boolean>`(not urgent, id) > (${after?.urgent === false}::boolean, ${after?.id ?? null}::uuid)`),
      )
      .orderBy('urgent', 'desc')
      .orderBy('id')
      .limit(take)
      .execute(),
    waiting.select(sql<number>`count(*)::integer`.as('count')).executeTakeFirstOrThrow(),
  ])
  return { rows: rows.map(heldMessageOf), count }
}

/** How many of one sender wait at the desk for one reason. */
export const countHeldOf = async (db: AnyKysely, source: string, reason: PartnerHoldReason): Promise<number> => {
  const { count } = await tablesOf(db)
    .selectFrom(table)
    .select(sql<number>`count(*)::integer`.as('count'))
    .where('state', '=', 'held')
    .where('source', '=', source)
    .where('reason', '=', reason)
    .executeTakeFirstOrThrow()
  return count
}

/** Whether a person has been asked for another address or number of this patient. */
export const isFailureHeld = async (db: AnyKysely, patientId: string, kind: PartnerMessageKind): Promise<boolean> => {
  const row = await tablesOf(db)
    .selectFrom(table)
    .select('id')
    .where('state', '=', 'held')
    .where('patient_id', '=', patientId)
    .where('kind', '=', kind)
    .where('reason', '=', 'undelivered')
    .executeTakeFirst()
  return row !== undefined
}

/** One that waits, or null if a person resolved it. Throws `not_found` for any other. Decrypts nothing. */
export const findHeldMessage = async (db: AnyKysely, id: string): Promise<HeldPartnerMessage | null> => {
  const row = await tablesOf(db)
    .selectFrom(table)
    .select([...columns, 'state'])
    .where('id', '=', requireUuid(id))
    .where('state', 'in', ['held', 'resolved'])
    .executeTakeFirst()
  if (row === undefined) throw notFound('message unknown')
  return row.state === 'held' ? heldMessageOf(row) : null
}

/** The bytes of one that is not at the desk yet; null if it does not wait. */
export const readWaitingBytes = async (
  db: AnyKysely,
  context: VaultContext,
  id: string,
): Promise<Uint8Array | null> => {
  const row = await tablesOf(db)
    .selectFrom(table)
    .select('patient_id')
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return row === undefined ? null : readMessageBytes(db, context, { id, patientId: row.patient_id })
}

/** The bytes as received, decrypted. */
export const readMessageBytes = async (
  db: AnyKysely,
  context: VaultContext,
  message: Pick<HeldPartnerMessage, 'id' | 'patientId'>,
): Promise<Uint8Array> => {
  const { id } = message
  const row = await tablesOf(db).selectFrom(table).select('sealed').where('id', '=', id).executeTakeFirstOrThrow()
  return openMessageBytes(db, context, message, row.sealed)
}

/** The same of a row that was read. */
export const openMessageBytes = async (
  db: AnyKysely,
  { caller, access, vault }: VaultContext,
  { id, patientId }: Pick<HeldPartnerMessage, 'id' | 'patientId'>,
  sealed: Uint8Array,
): Promise<Uint8Array> => {
  const place = { organizationId: caller.organizationId, table, rowId: id, patientId }
  const stored = await vault.open<StoredBytes>(db, access, place, sealed)
  return 'text' in stored ? Buffer.from(stored.text) : Buffer.from(stored.base64, 'base64')
}

interface Decision {
  readonly resolution: string
  readonly by: string
  readonly at: Date
  /** Whose key it is under from now on. */
  readonly patientId: string | null
}

/** Conditional: it still waits. */
export const resolveHeldMessage = (
  { id }: HeldPartnerMessage,
  { resolution, by, at, patientId }: Decision,
  bytes: Uint8Array,
): Write => ({
  statement: resolve,
  rowId: id,
  values: [id, resolution, by, at, patientId, null],
  sealed: { at: 5, rowId: id, patientId, value: storedBytes(bytes) },
})
const resolve = writeStatement({
  kind: 'update',
  table,
  set: `state = 'resolved', resolution = $2::text, resolved_by = $3::uuid, resolved_at = $4::timestamptz,
    patient_id = $5::uuid, sealed = $6::bytea`,
  where: `id = $1::uuid and state = 'held'`,
  isConditional: true,
})
