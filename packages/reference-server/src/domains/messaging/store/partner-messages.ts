import { isUtf8 } from 'node:buffer'
import { sql, type Selectable } from 'kysely'
import type { VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { writeStatement } from '../../../platform/database/changes/write-statement.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { HeldPartnerMessage, NewPartnerMessage } from '../model/partner-message.ts'
import { tablesOf, type MessagingTables } from './tables.ts'

const table = 'messaging.partner_messages'
type Row = Selectable<MessagingTables[typeof table]>

/** Text, which can be compressed, or base64 of bytes that are not UTF-8. */
type StoredBytes = { readonly text: string } | { readonly base64: string }
const storedBytes = (bytes: Uint8Array): StoredBytes =>
  isUtf8(bytes) ? { text: Buffer.from(bytes).toString() } : { base64: Buffer.from(bytes).toString('base64') }

/** Conditional: this report is not stored yet. */
export const insertHeldMessage = (id: string, message: NewPartnerMessage, now: Date): Write =>
  insertion(insertOnce, id, message, now)
/** One that is applied by the same change. Nothing is stored for a repeat. */
export const insertAppliedMessage = (id: string, message: NewPartnerMessage, now: Date): Write =>
  insertion(insertApplied, id, message, now)

const insertion = (statement: Write['statement'], id: string, message: NewPartnerMessage, now: Date): Write => {
  const { source, eventId, fingerprint, reader, kind, reason, urgent, numberIndex, patientId, bytes } = message
  return {
    statement,
    values: [
      ...[id, source, eventId, fingerprint, reader, now, kind, reason, reason === null ? 'applied' : 'held'],
      ...[urgent, numberIndex, patientId, null],
    ],
    sealed: { at: 12, rowId: id, patientId, value: storedBytes(bytes) },
  }
}
const parts = {
  kind: 'insert',
  table,
  columns: [
    ...['id', 'source', 'event_id', 'fingerprint', 'reader', 'received_at', 'kind', 'reason', 'state'],
    ...['urgent', 'number_index', 'patient_id', 'sealed'],
  ],
  values: [
    ...['$1::uuid', '$2::text', '$3::text', '$4::text', '$5::text', '$6::timestamptz', '$7::text', '$8::text'],
    ...['$9::text', '$10::boolean', '$11::bytea', '$12::uuid', '$13::bytea'],
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

const columns = ['id', 'kind', 'reason', 'urgent', 'received_at', 'patient_id', 'number_index'] as const

const heldMessageOf = (row: Pick<Row, (typeof columns)[number]>): HeldPartnerMessage => ({
  id: row.id,
  kind: row.kind,
  reason: row.reason as HeldPartnerMessage['reason'],
  urgent: row.urgent,
  receivedAt: row.received_at,
  patientId: row.patient_id,
  numberIndex: row.number_index,
})

/** Those with a word of an emergency first, then the oldest first, and how many wait in all. Decrypts nothing. */
export const listHeldMessages = async (
  db: AnyKysely,
  limit: number,
): Promise<{ readonly items: HeldPartnerMessage[]; readonly count: number }> => {
  const waiting = tablesOf(db).selectFrom(table).where('state', '=', 'held')
  const [rows, { count }] = await Promise.all([
    waiting.select(columns).orderBy('urgent', 'desc').orderBy('id').limit(limit).execute(),
    waiting.select(sql<number>`count(*)::integer`.as('count')).executeTakeFirstOrThrow(),
  ])
  return { items: rows.map(heldMessageOf), count }
}

/** One that waits, or null if a person resolved it. Throws `not_found` for any other. Decrypts nothing. */
export const findHeldMessage = async (db: AnyKysely, id: string): Promise<HeldPartnerMessage | null> => {
  const row = await tablesOf(db)
    .selectFrom(table)
    .select([...columns, 'state'])
    .where('id', '=', requireUuid(id))
    .where('state', '<>', 'applied')
    .executeTakeFirst()
  if (row === undefined) throw notFound('message unknown')
  return row.state === 'held' ? heldMessageOf(row) : null
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
