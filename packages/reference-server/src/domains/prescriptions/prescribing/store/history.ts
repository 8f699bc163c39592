import { sql, type Selectable } from 'kysely'
import type { VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import { writeStatement } from '../../../../platform/database/changes/write-statement.ts'
import type { HistoryEntry, PrescriptionFacts } from '../../kernel/model/prescription.ts'
import { tablesOf, type PrescriptionsTables } from '../../kernel/store/tables.ts'

export const historyTable = 'prescriptions.history'
const table = historyTable

/** At most this many entries are shown, the latest ones. */
export const shownLines = 100

/** `id` is a new one. */
export const insertHistoryEntry = (
  id: string,
  { id: prescriptionId, patientId }: Pick<PrescriptionFacts, 'id' | 'patientId'>,
  { at, status, by, code, text }: HistoryEntry,
): Write => ({
  statement: insert,
  values: [
    ...[id, prescriptionId, patientId, at, status, by],
    // A code may come from a partner: only values in the form of a code are stored unencrypted.
    code !== undefined && /^[A-Za-z0-9._-]{1,40}$/.test(code) ? code : null,
    null,
  ],
  sealed: { at: 7, rowId: id, patientId, value: { text: text ?? null } },
})
const insert = writeStatement({
  kind: 'insert',
  table,
  columns: ['id', 'prescription_id', 'patient_id', 'at', 'status', 'by', 'code', 'sealed'],
  values: [
    ...['$1::uuid', '$2::uuid', '$3::uuid', '$4::timestamptz'],
    ...['$5::text', '$6::text', '$7::text', '$8::bytea'],
  ],
  isConditional: false,
})

/** By prescription, oldest first. */
export const listHistories = async (
  db: AnyKysely,
  context: VaultContext,
  prescriptionIds: readonly string[],
): Promise<ReadonlyMap<string, readonly HistoryEntry[]>> => {
  if (prescriptionIds.length === 0) return new Map()
  const rows = await tablesOf(db)
    .selectFrom((from) =>
      from
        .selectFrom(table)
        .selectAll()
        .select(sql<number>`row_number() over (partition by prescription_id order by id desc)`.as('place'))
        .where('organization_id', '=', context.caller.organizationId)
        .where('prescription_id', 'in', [...prescriptionIds])
        .as('numbered'),
    )
    .selectAll()
    .where('place', '<=', shownLines)
    .orderBy('id')
    .execute()
  const entries = new Map<string, HistoryEntry[]>()
  for (const row of rows) {
    const entry = await decryptHistoryEntry(db, context, row)
    entries.set(row.prescription_id, [...(entries.get(row.prescription_id) ?? []), entry])
  }
  return entries
}

/** An entry as read, its text still encrypted. */
export type EncryptedHistoryEntry = Omit<Selectable<PrescriptionsTables[typeof table]>, 'organization_id'>

export const decryptHistoryEntry = async (
  db: AnyKysely,
  { caller, access, vault }: VaultContext,
  row: EncryptedHistoryEntry,
): Promise<HistoryEntry> => {
  const place = { organizationId: caller.organizationId, table, rowId: row.id, patientId: row.patient_id }
  const { text } = await vault.open<{ text: string | null }>(db, access, place, row.sealed)
  return {
    at: row.at,
    status: row.status,
    by: row.by,
    ...(row.code !== null && { code: row.code }),
    ...(text !== null && { text }),
  }
}
