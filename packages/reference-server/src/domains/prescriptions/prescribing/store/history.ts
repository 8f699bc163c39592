import { sql, type AliasedRawBuilder, type Selectable } from 'kysely'
import type { RequestContext, VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { HistoryEntry, PrescriptionFacts } from '../../kernel/model/prescription.ts'
import { tablesOf, type PrescriptionsTables } from '../../kernel/store/tables.ts'

export const historyTable = 'prescriptions.history'
const table = historyTable

/** At most this many entries are shown, the latest ones. */
export const shownLines = 100

export const historyColumns = [
  'organization_id',
  'id',
  'prescription_id',
  'patient_id',
  'at',
  'status',
  'by',
  'code',
  'sealed',
] as const

/** The encrypted history entry of a step, for the statement that writes the step. */
export const historyRow = async (
  tx: AnyKysely,
  { caller, vault, newId }: Pick<RequestContext, 'caller' | 'vault' | 'newId'>,
  { id: prescriptionId, patientId }: Pick<PrescriptionFacts, 'id' | 'patientId'>,
  { at, status, by, code, text }: HistoryEntry,
): Promise<readonly AliasedRawBuilder<unknown, (typeof historyColumns)[number]>[]> => {
  const { organizationId } = caller
  const id = newId()
  const row = {
    organization_id: organizationId,
    id,
    prescription_id: prescriptionId,
    patient_id: patientId,
    at,
    status,
    by,
    // A code may come from a partner: only values in the form of a code are stored unencrypted.
    code: code !== undefined && /^[A-Za-z0-9._-]{1,40}$/.test(code) ? code : null,
    sealed: await vault.seal(tx, { organizationId, table, rowId: id, patientId }, { text: text ?? null }),
  }
  return historyColumns.map((column) => sql`${row[column]}`.as(column))
}

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
