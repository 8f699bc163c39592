import { sql, type AliasedRawBuilder } from 'kysely'
import type { PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { RequestContext, VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely, Statement } from '../../../platform/contracts/database.ts'
import type { SealContext } from '../../../platform/contracts/vault.ts'
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

export const versionColumns = [
  'organization_id',
  'id',
  'note_id',
  'patient_id',
  'version',
  'status',
  'saved_at',
  'saved_by_id',
  'sealed',
] as const

/** The encrypted version row of a step, for the statement that writes the step: both are written together or not at all. */
export const versionRow = async (
  tx: AnyKysely,
  { caller, vault, newId, now }: VaultContext & Pick<RequestContext, 'newId' | 'now'>,
  note: Note,
  savedById: string | null,
): Promise<readonly AliasedRawBuilder<unknown, (typeof versionColumns)[number]>[]> => {
  const id = newId()
  const { organizationId } = caller
  const row = {
    organization_id: organizationId,
    id,
    note_id: note.id,
    patient_id: note.patientId,
    version: note.version,
    status: note.status,
    saved_at: now,
    saved_by_id: savedById,
    sealed: await vault.seal(tx, sealContextOf(organizationId, id, note.patientId), note.content),
  }
  return versionColumns.map((column) => sql`${row[column]}`.as(column))
}

/** Saves of one person within this time of each other are one version of the history. */
const soon = '60 seconds'

/**
 * Autosave runs every few seconds. Deletes the save before the latest one if the same person made both, within a minute of each other and
 * of the one before. The history keeps one version per minute of steady typing, the last one before every pause, and every version that
 * another person continued. Run it after the save.
 */
export const deleteSupersededVersionStatement = (tx: AnyKysely, noteId: string): Statement => {
  const { sql: text, parameters: values } = sql`
    with latest as (
      select id, saved_at, saved_by_id, row_number() over later as place,
        lag(saved_at) over later as next_at, lag(saved_by_id) over later as next_by_id, lead(saved_at) over later as last_at
      from (
        select id, version, saved_at, saved_by_id from documentation.note_versions
        where note_id = ${noteId} order by version desc limit 3
      ) as versions
      window later as (order by version desc)
    )
    delete from documentation.note_versions where id = (
      select id from latest
      where place = 2 and saved_by_id is not distinct from next_by_id
        and next_at < saved_at + ${soon}::interval and saved_at < last_at + ${soon}::interval
    )`.compile(tx)
  return { text, values }
}

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
