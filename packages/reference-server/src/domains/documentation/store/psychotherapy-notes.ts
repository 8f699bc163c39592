import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import type { VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { SealContext } from '../../../platform/contracts/vault.ts'
import { tablesOf } from './tables.ts'

const table = 'documentation.psychotherapy_notes'

/** A therapist's note for themselves. Every function here can access only the caller's own notes. */
export interface PsychotherapyNote {
  readonly id: string
  readonly visitId: string
  readonly patientId: string
  readonly text: string
  readonly savedAt: Date
  readonly version: number
}

const sealContextOf = (organizationId: string, rowId: string, patientId: string): SealContext => ({
  organizationId,
  table,
  rowId,
  patientId,
})

/** Null if the caller has none for this visit, even if someone else has one. */
export const findOwnNote = async (
  db: AnyKysely,
  { caller, access, vault }: VaultContext,
  visitId: string,
): Promise<PsychotherapyNote | null> => {
  const row = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', caller.organizationId)
    .where('visit_id', '=', requireUuid(visitId))
    .where('author_id', '=', caller.personId)
    .executeTakeFirst()
  if (row === undefined) return null
  const sealContext = sealContextOf(caller.organizationId, row.id, row.patient_id)
  const { text } = await vault.open<{ readonly text: string }>(db, access, sealContext, row.sealed)
  return {
    id: row.id,
    visitId: row.visit_id,
    patientId: row.patient_id,
    text,
    savedAt: row.saved_at,
    version: row.version,
  }
}

/** False if it was saved on another screen in the meantime. */
export const upsertOwnNote = async (
  tx: AnyKysely,
  { caller, access, vault }: VaultContext,
  note: PsychotherapyNote,
): Promise<boolean> => {
  access.touch(note.patientId)
  const { organizationId, personId } = caller
  const sealed = await vault.seal(tx, sealContextOf(organizationId, note.id, note.patientId), { text: note.text })
  const changed = { saved_at: note.savedAt, version: note.version, sealed }
  if (note.version === 1) {
    const { numInsertedOrUpdatedRows } = await tablesOf(tx)
      .insertInto(table)
      .values({
        organization_id: organizationId,
        id: note.id,
        visit_id: note.visitId,
        patient_id: note.patientId,
        author_id: personId,
        ...changed,
      })
      .onConflict((conflict) => conflict.columns(['organization_id', 'visit_id', 'author_id']).doNothing())
      .executeTakeFirstOrThrow()
    return numInsertedOrUpdatedRows === 1n
  }
  const { numUpdatedRows } = await tablesOf(tx)
    .updateTable(table)
    .set(changed)
    .where('organization_id', '=', organizationId)
    .where('id', '=', note.id)
    .where('author_id', '=', personId)
    .where('version', '=', note.version - 1)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
