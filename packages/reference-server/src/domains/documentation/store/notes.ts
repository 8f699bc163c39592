import { sql, type OperationNodeSource, type SelectQueryBuilder, type Selectable } from 'kysely'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { newestFirst, oldestFirst, type PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { RequestContext, VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely, RowLock } from '../../../platform/contracts/database.ts'
import type { Note, NoteFacts, NoteStatus } from '../model/note.ts'
import { decryptVersion, readContent, versionColumns, versionRow, versionTable } from './note-versions.ts'
import { tablesOf, type DocumentationTables } from './tables.ts'

type Row = Selectable<DocumentationTables['documentation.notes']>

const table = 'documentation.notes'

const factsOf = (row: Row): NoteFacts => ({
  id: row.id,
  visitId: row.visit_id,
  patientId: row.patient_id,
  practitionerId: row.practitioner_id,
  templateCode: row.template_code,
  kind: row.kind,
  specialty: row.specialty,
  language: row.language,
  modality: row.modality,
  status: row.status,
  visitAt: row.visit_at,
  draftedAt: row.drafted_at,
  savedAt: row.saved_at,
  signedAt: row.signed_at,
  supervisorId: row.supervisor_id,
  version: row.version,
})

const isBeyondReach = ({ access, caller }: Pick<RequestContext, 'access' | 'caller'>, patientId: string): boolean =>
  access.reach === 'own' && !caller.patientIds.includes(patientId)

/** A note as stored, its text still encrypted. */
export interface EncryptedNote {
  readonly note: NoteFacts
  readonly text: { readonly id: string; readonly sealed: Uint8Array } | null
}

/** The notes that `rows` selects, each with its latest text. */
const withText = (db: AnyKysely, rows: SelectQueryBuilder<DocumentationTables, typeof table, Row>) =>
  tablesOf(db)
    .selectFrom(rows.as('note'))
    .leftJoin(`${versionTable} as text`, (join) =>
      join
        .onRef('text.organization_id', '=', 'note.organization_id')
        .onRef('text.note_id', '=', 'note.id')
        .onRef('text.version', '=', 'note.version'),
    )
    .selectAll('note')
    .select(['text.id as text_id', 'text.sealed'])

const encryptedNoteOf = ({
  text_id: id,
  sealed,
  ...row
}: Row & { readonly text_id: string | null; readonly sealed: Uint8Array | null }): EncryptedNote => ({
  note: factsOf(row),
  text: id === null || sealed === null ? null : { id, sealed },
})

/** A note with its latest text. The lock is on the note only, and is taken before its text is read. */
const findEncryptedNote = async (
  db: AnyKysely,
  { caller }: Pick<RequestContext, 'caller'>,
  column: 'id' | 'visit_id',
  value: string,
  lock: RowLock,
): Promise<EncryptedNote | null> => {
  const found = tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', caller.organizationId)
    .where(column, '=', requireUuid(value))
    .$if(lock === 'for-update', (query) => query.forUpdate())
  const row = await withText(db, found).executeTakeFirst()
  return row === undefined ? null : encryptedNoteOf(row)
}

/** One note that is accessible to the caller, not decrypted. Throws `not_found`. */
export const readEncryptedNote = async (
  db: AnyKysely,
  context: Pick<RequestContext, 'caller' | 'access'>,
  noteId: string,
  lock: RowLock = 'none',
): Promise<EncryptedNote> => {
  const encrypted = await findEncryptedNote(db, context, 'id', noteId, lock)
  if (encrypted === null || isBeyondReach(context, encrypted.note.patientId)) throw notFound('note unknown')
  return encrypted
}

/** The unencrypted part of one note that is accessible to the caller. Throws `not_found`. */
export const readNoteFacts = async (
  db: AnyKysely,
  context: Pick<RequestContext, 'caller' | 'access'>,
  noteId: string,
): Promise<NoteFacts> => (await readEncryptedNote(db, context, noteId)).note

/** Decrypts a note and records the access. */
export const decryptNote = async (
  db: AnyKysely,
  context: VaultContext,
  { note, text }: EncryptedNote,
): Promise<Note> => ({
  ...note,
  // After waiting for a lock, the statement returns the current note, but its texts as of the start of the wait.
  content: text ? await decryptVersion(db, context, note, text) : await readContent(db, context, note, note.version),
})

/** One note, decrypted. Throws `not_found`. */
export const readNote = async (
  db: AnyKysely,
  context: VaultContext,
  noteId: string,
  lock: RowLock = 'none',
): Promise<Note> => decryptNote(db, context, await readEncryptedNote(db, context, noteId, lock))

/** Null if the visit has none yet. */
export const findNoteByVisit = async (db: AnyKysely, context: VaultContext, visitId: string): Promise<Note | null> => {
  const encrypted = await findEncryptedNote(db, context, 'visit_id', visitId, 'none')
  if (encrypted === null || isBeyondReach(context, encrypted.note.patientId)) return null
  return decryptNote(db, context, encrypted)
}

/** Decrypts nothing. */
export const hasNote = async (
  db: AnyKysely,
  { caller }: Pick<RequestContext, 'caller'>,
  visitId: string,
): Promise<boolean> =>
  (await tablesOf(db)
    .selectFrom(table)
    .select('id')
    .where('organization_id', '=', caller.organizationId)
    .where('visit_id', '=', requireUuid(visitId))
    .executeTakeFirst()) !== undefined

/** False if the visit already has a note. `savedById` is null for the server itself. */
export const insertNote = async (
  tx: AnyKysely,
  context: VaultContext & Pick<RequestContext, 'newId' | 'now'>,
  note: Note,
  savedById: string | null,
): Promise<boolean> => {
  const version = await versionRow(tx, context, note, savedById)
  const { numInsertedOrUpdatedRows } = await tablesOf(tx)
    .with('drafted', (query) =>
      query
        .insertInto(table)
        .values({
          organization_id: context.caller.organizationId,
          id: note.id,
          visit_id: note.visitId,
          patient_id: note.patientId,
          practitioner_id: note.practitionerId,
          specialty: note.specialty,
          language: note.language,
          modality: note.modality,
          visit_at: note.visitAt,
          drafted_at: note.draftedAt,
          ...changeable(note),
        })
        .onConflict((conflict) => conflict.columns(['organization_id', 'visit_id']).doNothing())
        .returning('id'),
    )
    .insertInto(versionTable)
    .columns(versionColumns)
    .expression((from) => from.selectFrom('drafted').select(version))
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows !== 1n) return false
  context.access.touch(note.patientId)
  return true
}

/**
 * Updates a note after a step and inserts the version of the step, in one statement. False if the note changed since `before` was read.
 * `extraStatements` run in the same statement and can select from `stepped`, which is empty in that case.
 */
export const tryUpdateNote = async (
  tx: AnyKysely,
  context: VaultContext & Pick<RequestContext, 'newId' | 'now'>,
  before: Note,
  after: Note,
  extraStatements: readonly OperationNodeSource[] = [],
): Promise<boolean> => {
  context.access.touch(after.patientId)
  const version = await versionRow(tx, context, after, context.caller.personId)
  const stepped = tablesOf(tx)
    .updateTable(table)
    .set(changeable(after))
    .where('organization_id', '=', context.caller.organizationId)
    .where('id', '=', before.id)
    .where('version', '=', before.version)
    .returning('id')
  const parts = extraStatements.map((each, index) => sql`, ${sql.ref(`beside_${index}`)} as (${each})`)
  const columns = sql.join(versionColumns.map((column) => sql.ref(column)))
  const { numAffectedRows } = await sql`
    with stepped as (${stepped})${sql.join(parts, sql``)}
    insert into ${sql.table(versionTable)} (${columns}) select ${sql.join(version)} from stepped`.execute(tx)
  return numAffectedRows === 1n
}

/** The same for a note whose row was locked when `before` was read. */
export const updateNote = async (...step: Parameters<typeof tryUpdateNote>): Promise<void> => {
  if (!(await tryUpdateNote(...step))) throw new Error('a note changed although its row was locked')
}

const changeable = (note: NoteFacts) => ({
  template_code: note.templateCode,
  kind: note.kind,
  status: note.status,
  saved_at: note.savedAt,
  signed_at: note.signedAt,
  supervisor_id: note.supervisorId,
  version: note.version,
})

/** A patient's notes, newest first. `after` is the last one shown. */
export const listNotesByPatient = async (
  db: AnyKysely,
  patientId: string,
  statuses: readonly NoteStatus[],
  page: PageCursor,
): Promise<NoteFacts[]> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('patient_id', '=', requireUuid(patientId))
    .where('status', 'in', statuses)
    .$call(newestFirst(page))
    .execute()
  return rows.map(factsOf)
}

/** The newest signed notes of a patient with their texts, newest first. Decrypts nothing. */
export const listSignedEncryptedNotes = async (
  db: AnyKysely,
  patientId: string,
  most: number,
): Promise<EncryptedNote[]> => {
  const signed = tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('patient_id', '=', requireUuid(patientId))
    .where('status', 'in', ['signed', 'addended'])
    .orderBy('id', 'desc')
    .limit(most)
  const rows = await withText(db, signed).orderBy('note.id', 'desc').execute()
  return rows.map(encryptedNoteOf)
}

/** The work list of a person: their own drafts, and the notes that they must co-sign. Oldest first. */
export const listNotesAwaiting = async (
  db: AnyKysely,
  waits: { readonly practitionerId: string | null; readonly supervisorId: string | null },
  place: PageCursor,
): Promise<NoteFacts[]> => {
  const { practitionerId, supervisorId } = waits
  const page = (status: NoteStatus, column: 'practitioner_id' | 'supervisor_id', id: string) =>
    tablesOf(db)
      .selectFrom(table)
      .selectAll()
      // As a literal: a prepared plan uses the partial index only if the status is a constant.
      .where('status', '=', sql.lit(status))
      .where(column, '=', id)
      .$call(oldestFirst(place))
      .execute()
  const found = await Promise.all([
    practitionerId === null ? [] : page('draft', 'practitioner_id', practitionerId),
    supervisorId === null ? [] : page('awaiting-cosign', 'supervisor_id', supervisorId),
  ])
  return found
    .flat()
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .slice(0, place.take)
    .map(factsOf)
}
