import { personUuidOf, requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import type { VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { SealContext } from '../../../platform/contracts/vault.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { writeStatement } from '../../../platform/database/changes/write-statement.ts'
import type { OwnNoteKind } from '../model/specialty-notes.ts'
import { tablesOf } from './tables.ts'

const table = 'documentation.psychotherapy_notes'

/** A therapist's or counselor's note for themselves. Every function here can access only the caller's own notes. */
export interface PsychotherapyNote {
  readonly id: string
  readonly visitId: string
  readonly patientId: string
  readonly kind: OwnNoteKind
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
    .where('author_id', '=', personUuidOf(caller))
    .executeTakeFirst()
  if (row === undefined) return null
  const sealContext = sealContextOf(caller.organizationId, row.id, row.patient_id)
  const { text } = await vault.open<{ readonly text: string }>(db, access, sealContext, row.sealed)
  return {
    id: row.id,
    visitId: row.visit_id,
    patientId: row.patient_id,
    kind: row.kind,
    text,
    savedAt: row.saved_at,
    version: row.version,
  }
}

/** Conditional: the stored one is the version before, or there is none yet. */
export const writeOwnNote = (note: PsychotherapyNote, authorId: string): Write => {
  const { id, visitId, patientId, kind, savedAt, version } = note
  const isFirst = version === 1
  return {
    statement: isFirst ? insert : update,
    values: [...[id, authorId, savedAt, version, null], ...(isFirst ? [visitId, patientId, kind] : [])],
    sealed: { at: 4, rowId: id, patientId, value: { text: note.text } },
  }
}
const insert = writeStatement({
  kind: 'insert',
  table,
  columns: ['id', 'author_id', 'saved_at', 'version', 'sealed', 'visit_id', 'patient_id', 'kind'],
  values: [
    ...['$1::uuid', '$2::uuid', '$3::timestamptz', '$4::integer', '$5::bytea'],
    ...['$6::uuid', '$7::uuid', '$8'],
  ],
  isConditional: true,
})
const update = writeStatement({
  kind: 'update',
  table,
  set: 'saved_at = $3::timestamptz, version = $4::integer, sealed = $5::bytea',
  where: 'id = $1::uuid and author_id = $2::uuid and version = $4::integer - 1',
  isConditional: true,
})
