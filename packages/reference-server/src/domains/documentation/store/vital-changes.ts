import type { VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { writeStatement } from '../../../platform/database/changes/write-statement.ts'
import type { NoteFacts } from '../model/note.ts'
import type { VitalChange, VitalChangeContent } from '../model/vital-observation.ts'
import { tablesOf } from './tables.ts'

const table = 'documentation.vital_changes'

/** The corrections of measurements of these notes, by note. */
export const listVitalChanges = async (
  db: AnyKysely,
  context: VaultContext,
  notes: readonly Pick<NoteFacts, 'id' | 'status'>[],
): Promise<ReadonlyMap<string, readonly VitalChange[]>> => {
  const { caller, access, vault } = context
  const { organizationId } = caller
  // A draft has none.
  const ids = notes.filter(({ status }) => status !== 'draft').map(({ id }) => id)
  if (ids.length === 0) return new Map()
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('note_id', 'in', ids)
    .execute()
  const changes = await Promise.all(
    rows.map(async (row): Promise<VitalChange> => {
      const place = { organizationId, table, rowId: row.id, patientId: row.patient_id }
      return {
        id: row.id,
        noteId: row.note_id,
        patientId: row.patient_id,
        vitalId: row.vital_id,
        position: row.position,
        status: row.status,
        changedAt: row.changed_at,
        ...(await vault.open<VitalChangeContent>(db, access, place, row.sealed)),
      }
    }),
  )
  return Map.groupBy(changes, ({ noteId }) => noteId)
}

/** Conditional: the measurement has no correction at this position yet. */
export const insertVitalChange = (change: VitalChange): Write => {
  const { id, noteId, patientId, vitalId, position, status, changedAt, right, by } = change
  const content: VitalChangeContent = { right, by }
  return {
    statement: insert,
    values: [id, noteId, patientId, vitalId, position, status, changedAt, null],
    rowId: id,
    sealed: { at: 7, rowId: id, patientId, value: content },
  }
}
const insert = writeStatement({
  kind: 'insert',
  table,
  columns: ['id', 'note_id', 'patient_id', 'vital_id', 'position', 'status', 'changed_at', 'sealed'],
  values: [
    ...['$1::uuid', '$2::uuid', '$3::uuid', '$4::uuid'],
    ...['$5::integer', '$6::text', '$7::timestamptz', '$8::bytea'],
  ],
  isConditional: true,
})
