import type { PagePlace } from '../../../platform/database/page-of-ids.ts'
import { notFound } from '../../../platform/http/problem.ts'
import type { AnyKysely, SealedPlace, Situation } from '../../../platform/seams.ts'
import type { Note, NoteContent, NoteFacts, NoteStatus } from '../model/note.ts'
import { tablesOf } from './tables.ts'

type Opening = Pick<Situation, 'caller' | 'access' | 'vault'>

const table = 'documentation.note_versions'

export interface NoteVersion {
  readonly id: string
  readonly version: number
  readonly status: NoteStatus
  readonly savedAt: Date
  /** Null: the server itself. */
  readonly savedById: string | null
}

const placeOf = (organizationId: string, rowId: string, patientId: string): SealedPlace => ({
  organizationId,
  table,
  rowId,
  patientId,
})

/** What a version said. Throws `not_found`. */
export const readContent = async (
  db: AnyKysely,
  { caller, access, vault }: Opening,
  { id, patientId }: Pick<NoteFacts, 'id' | 'patientId'>,
  version: number,
): Promise<NoteContent> => {
  const row = await tablesOf(db)
    .selectFrom(table)
    .select(['id', 'sealed'])
    .where('organization_id', '=', caller.organizationId)
    .where('note_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (row === undefined) throw notFound('version unknown')
  return vault.open<NoteContent>(db, access, placeOf(caller.organizationId, row.id, patientId), row.sealed)
}

export const insertVersion = async (
  tx: AnyKysely,
  { caller, access, vault, newId, now }: Opening & Pick<Situation, 'newId' | 'now'>,
  note: Note,
  savedById: string | null,
): Promise<void> => {
  access.touch(note.patientId)
  const id = newId()
  const { organizationId } = caller
  await tablesOf(tx)
    .insertInto(table)
    .values({
      organization_id: organizationId,
      id,
      note_id: note.id,
      patient_id: note.patientId,
      version: note.version,
      status: note.status,
      saved_at: now,
      saved_by_id: savedById,
      sealed: await vault.seal(tx, placeOf(organizationId, id, note.patientId), note.content),
    })
    .execute()
}

/** Milliseconds. Saves of one person that lie closer together than this are one step of the history. */
const typedAtOnce = 60_000

/**
 * Autosave comes every few seconds. The save before the latest one gives way when the same person made both, within a minute of each
 * other and of the one before: the history keeps a text a minute of steady typing, the last one before every pause, and every text that
 * somebody else went on from.
 */
export const thinHistory = async (tx: AnyKysely, noteId: string): Promise<void> => {
  const [latest, last, before] = await tablesOf(tx)
    .selectFrom(table)
    .select(['id', 'saved_at', 'saved_by_id'])
    .where('note_id', '=', noteId)
    .orderBy('version', 'desc')
    .limit(3)
    .execute()
  if (latest === undefined || last === undefined || before === undefined) return
  if (last.saved_by_id !== latest.saved_by_id) return
  const isSoonAfter = (later: { saved_at: Date }, earlier: { saved_at: Date }): boolean =>
    later.saved_at.getTime() - earlier.saved_at.getTime() < typedAtOnce
  if (!isSoonAfter(last, before) || !isSoonAfter(latest, last)) return
  await tablesOf(tx).deleteFrom(table).where('id', '=', last.id).execute()
}

/** Newest first; opens nothing. */
export const versionsOf = async (db: AnyKysely, noteId: string, place: PagePlace): Promise<NoteVersion[]> => {
  const after =
    place.after === null
      ? undefined
      : await tablesOf(db)
          .selectFrom(table)
          .select('version')
          .where('note_id', '=', noteId)
          .where('id', '=', place.after)
          .executeTakeFirst()
  const rows = await tablesOf(db)
    .selectFrom(table)
    .select(['id', 'version', 'status', 'saved_at', 'saved_by_id'])
    .where('note_id', '=', noteId)
    .$if(after !== undefined, (query) => query.where('version', '<', after?.version ?? 0))
    .orderBy('version', 'desc')
    .limit(place.take)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    status: row.status,
    savedAt: row.saved_at,
    savedById: row.saved_by_id,
  }))
}

/** Every version's place in the life of a note, oldest first; opens nothing. */
export const stepsOf = async (
  db: AnyKysely,
  noteId: string,
): Promise<{ readonly version: number; readonly status: NoteStatus }[]> =>
  tablesOf(db)
    .selectFrom(table)
    .select(['version', 'status'])
    .where('note_id', '=', noteId)
    .orderBy('version')
    .execute()

/** The versions after the draft; null for what the vault refuses to open, which is what a changed row looks like. */
export const storedContents = async (
  db: AnyKysely,
  { caller, access, vault }: Opening,
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
        .open<NoteContent>(db, access, placeOf(caller.organizationId, rowId, patientId), sealed)
        .catch(() => null),
    })),
  )
}
