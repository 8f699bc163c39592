import type { PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { SealContext } from '../../../platform/contracts/vault.ts'
import type { Write, WriteStatement } from '../../../platform/contracts/write.ts'
import { writeStatement } from '../../../platform/database/changes/write-statement.ts'
import type { Note, NoteContent, NoteFacts, NoteStatus } from '../model/note.ts'
import { tablesOf } from './tables.ts'

export const versionTable = 'documentation.note_versions'
const table = versionTable

export interface NoteVersion {
  readonly id: string
  readonly version: number
  readonly status: NoteStatus
  readonly savedAt: Date
  /** Null for the server itself. */
  readonly savedById: string | null
}

const sealContextOf = (organizationId: string, rowId: string, patientId: string): SealContext => ({
  organizationId,
  table,
  rowId,
  patientId,
})

/** The content of a version. Throws `not_found`. */
export const readContent = async (
  db: AnyKysely,
  context: VaultContext,
  note: Pick<NoteFacts, 'id' | 'patientId'>,
  version: number,
): Promise<NoteContent> => {
  const row = await tablesOf(db)
    .selectFrom(table)
    .select(['id', 'sealed'])
    .where('organization_id', '=', context.caller.organizationId)
    .where('note_id', '=', note.id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (row === undefined) throw notFound('version unknown')
  return decryptVersion(db, context, note, row)
}

export const decryptVersion = (
  db: AnyKysely,
  { caller, access, vault }: VaultContext,
  { patientId }: Pick<NoteFacts, 'patientId'>,
  { id, sealed }: { readonly id: string; readonly sealed: Uint8Array },
): Promise<NoteContent> =>
  vault.open<NoteContent>(db, access, sealContextOf(caller.organizationId, id, patientId), sealed)

/** The first version of a draft that is inserted with it, by the server itself. */
export const insertFirstVersion = (id: string, note: Note, savedAt: Date): Write =>
  versionOf(insertFirst, id, note, savedAt, null)

/** The version of a step. Conditional, though the step already is: so it is stored before the one that it supersedes is deleted. */
export const insertVersion = (id: string, note: Note, savedAt: Date, savedById: string): Write =>
  versionOf(insert, id, note, savedAt, savedById)

const versionOf = (
  statement: WriteStatement,
  id: string,
  { id: noteId, patientId, version, status, content }: Note,
  savedAt: Date,
  savedById: string | null,
): Write => ({
  statement,
  values: [id, noteId, patientId, version, status, savedAt, savedById, null],
  sealed: { at: 7, rowId: id, patientId, value: content },
})
const insertion = {
  kind: 'insert',
  table,
  columns: ['id', 'note_id', 'patient_id', 'version', 'status', 'saved_at', 'saved_by_id', 'sealed'],
  values: [
    ...['$1::uuid', '$2::uuid', '$3::uuid', '$4::integer'],
    ...['$5::text', '$6::timestamptz', '$7::uuid', '$8::bytea'],
  ],
} as const
const insertFirst = writeStatement({ ...insertion, isConditional: false })
const insert = writeStatement({ ...insertion, isConditional: true })

/** Saves of one person within this time of each other are one version of the history. */
const soonSeconds = 60

/**
 * Autosave runs every few seconds. Deletes the save before the new one if the same person made both, within a minute of each other and of
 * the one before. The history keeps one version per minute of steady typing, the last one before every pause, and every version that
 * another person continued. Store it with the new version.
 */
export const deleteSupersededVersion = (
  before: Pick<NoteFacts, 'id' | 'version' | 'savedAt'>,
  savedById: string,
  now: Date,
): readonly Write[] =>
  now.getTime() - before.savedAt.getTime() < soonSeconds * 1000
    ? [{ statement: deleteSuperseded, values: [before.id, before.version, savedById] }]
    : []
const deleteSuperseded = writeStatement({
  kind: 'delete',
  table,
  where: `note_id = $1::uuid and version = $2::integer and saved_by_id = $3::uuid and saved_at < (
    select earlier.saved_at + interval '${soonSeconds} seconds' from ${table} as earlier
    where earlier.note_id = $1::uuid and earlier.version < $2::integer order by earlier.version desc limit 1)`,
  isConditional: false,
})

/** Newest first. Decrypts nothing. */
export const listVersionsByNote = async (db: AnyKysely, noteId: string, page: PageCursor): Promise<NoteVersion[]> => {
  const after =
    page.after === null
      ? undefined
      : await tablesOf(db)
          .selectFrom(table)
          .select('version')
          .where('note_id', '=', noteId)
          .where('id', '=', page.after)
          .executeTakeFirst()
  const rows = await tablesOf(db)
    .selectFrom(table)
    .select(['id', 'version', 'status', 'saved_at', 'saved_by_id'])
    .where('note_id', '=', noteId)
    .$if(after !== undefined, (query) => query.where('version', '<', after?.version ?? 0))
    .orderBy('version', 'desc')
    .limit(page.take)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    status: row.status,
    savedAt: row.saved_at,
    savedById: row.saved_by_id,
  }))
}

/** Status and author of every version, oldest first. Decrypts nothing. */
export const listStepsByNote = async (
  db: AnyKysely,
  noteId: string,
): Promise<{ readonly version: number; readonly status: NoteStatus }[]> =>
  tablesOf(db)
    .selectFrom(table)
    .select(['version', 'status'])
    .where('note_id', '=', noteId)
    .orderBy('version')
    .execute()

/** The versions after the draft. Null for those that the vault cannot decrypt, which indicates a tampered row. */
export const listStoredContents = async (
  db: AnyKysely,
  { caller, access, vault }: VaultContext,
  { id, patientId }: Pick<NoteFacts, 'id' | 'patientId'>,
): Promise<{ readonly version: number; readonly content: NoteContent | null }[]> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .select(['id', 'version', 'sealed'])
    .where('organization_id', '=', caller.organizationId)
    .where('note_id', '=', id)
    .where('status', '<>', 'draft')
    .orderBy('version')
    .execute()
  return Promise.all(
    rows.map(async ({ id: rowId, version, sealed }) => ({
      version,
      content: await vault
        .open<NoteContent>(db, access, sealContextOf(caller.organizationId, rowId, patientId), sealed)
        .catch(() => null),
    })),
  )
}
