import { sql, type SelectQueryBuilder, type Selectable } from 'kysely'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { newestFirst, oldestFirst, type PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { RequestContext, VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable, type FactColumns } from '../../../platform/database/changes/fact-table.ts'
import { factsInMemory } from '../../../platform/database/facts/fact-memory.ts'
import { readableRows } from '../../../platform/database/facts/readable-rows.ts'
import { preparedRead, type Placeholders } from '../../../platform/database/reads/prepared-read.ts'
import type { Note, NoteFacts, NoteStatus } from '../model/note.ts'
import { decryptVersion, insertFirstVersion, insertVersion, versionTable } from './note-versions.ts'
import { tablesOf, type DocumentationTables } from './tables.ts'

type Row = Selectable<DocumentationTables['documentation.notes']>

const table = 'documentation.notes'

const columns: FactColumns<NoteFacts> = {
  id: ['id', 'uuid'],
  visitId: ['visit_id', 'uuid'],
  patientId: ['patient_id', 'uuid'],
  practitionerId: ['practitioner_id', 'uuid'],
  templateCode: ['template_code', 'text'],
  kind: ['kind', 'text'],
  specialty: ['specialty', 'text'],
  language: ['language', 'text'],
  modality: ['modality', 'text'],
  isAboutSubstanceUse: ['about_substance_use', 'boolean'],
  status: ['status', 'text'],
  visitAt: ['visit_at', 'timestamptz'],
  draftedAt: ['drafted_at', 'timestamptz'],
  savedAt: ['saved_at', 'timestamptz'],
  signedAt: ['signed_at', 'timestamptz'],
  supervisorId: ['supervisor_id', 'uuid'],
  version: ['version', 'integer'],
}

/** The text of each version is in a table of its own. */
export const notes = factTable<NoteFacts>(table, columns, {
  fixed: [
    'visitId',
    'patientId',
    'practitionerId',
    'specialty',
    'language',
    'modality',
    'isAboutSubstanceUse',
    'visitAt',
    'draftedAt',
  ],
})

const factsOf = (row: Row): NoteFacts => notes.factOf(row)

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

/** A note with its latest text. */
const findEncryptedNote = async (
  db: AnyKysely,
  { caller }: Pick<RequestContext, 'caller'>,
  column: 'id' | 'visit_id',
  value: string,
): Promise<EncryptedNote | null> => {
  const { organizationId } = caller
  const row = await inMemory[column](
    db,
    requireUuid(value),
    async () => (await selectBy[column](db, { organizationId, value }))[0],
  )
  return row === undefined ? null : encryptedNoteOf(row)
}

type Named = { readonly noteId: string; readonly visitId: string }
const inMemoryBy = (column: 'id' | 'visit_id', keyOf: (named: Named) => string) =>
  factsInMemory(`documentation.notes-by-${column}`, {
    'documentation.note-drafted': keyOf,
    'documentation.note-saved': keyOf,
    'documentation.note-awaiting-cosign': keyOf,
    'documentation.note-cosigned': keyOf,
    'documentation.note-signed': keyOf,
    'documentation.note-addended': keyOf,
  })
const inMemory = {
  id: inMemoryBy('id', ({ noteId }) => noteId),
  visit_id: inMemoryBy('visit_id', ({ visitId }) => visitId),
}

const rowOf = readableRows(table, columns)
/** A version that is stored with its note, which is then in memory as `withText` selects it. */
const keptWith = (note: NoteFacts, versionId: string, version: Write): Write => ({
  ...version,
  keeps: (sealed) => {
    const row = { ...rowOf(note), text_id: versionId, sealed }
    return [inMemory.id.kept(note.id, row), inMemory.visit_id.kept(note.visitId, row)]
  },
})
const selectNoteBy = (column: 'id' | 'visit_id') =>
  preparedRead((db, { organizationId, value }: Placeholders<{ organizationId: string; value: string }>) =>
    withText(
      db,
      tablesOf(db)
        .selectFrom(table)
        .selectAll()
        .where('organization_id', '=', organizationId)
        .where(column, '=', value),
    ),
  )
const selectBy = { id: selectNoteBy('id'), visit_id: selectNoteBy('visit_id') }

/** One note that is accessible to the caller, not decrypted. Throws `not_found`. */
export const readEncryptedNote = async (
  db: AnyKysely,
  context: Pick<RequestContext, 'caller' | 'access'>,
  noteId: string,
): Promise<EncryptedNote> => {
  const encrypted = await findEncryptedNote(db, context, 'id', noteId)
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
): Promise<Note> => {
  if (text === null) throw notFound('version unknown')
  return { ...note, content: await decryptVersion(db, context, note, text) }
}

/** Null if the visit has none yet. */
export const findNoteByVisit = async (db: AnyKysely, context: VaultContext, visitId: string): Promise<Note | null> => {
  const encrypted = await findEncryptedNote(db, context, 'visit_id', visitId)
  if (encrypted === null || isBeyondReach(context, encrypted.note.patientId)) return null
  return decryptNote(db, context, encrypted)
}

/** Those of these visits that have a note. Decrypts nothing. */
export const listDocumentedVisits = async (
  db: AnyKysely,
  { caller }: Pick<RequestContext, 'caller'>,
  visitIds: readonly string[],
): Promise<ReadonlySet<string>> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .select('visit_id')
    .where('organization_id', '=', caller.organizationId)
    .where('visit_id', '=', sql<string>`any(${visitIds}::uuid[])`)
    .execute()
  return new Set(rows.map(({ visit_id }) => visit_id))
}

/** A new draft with its first version, by the server itself. Conditional: the visit has no note yet. */
export const insertNote = (note: Note, versionId: string): readonly Write[] => [
  notes.insertOnce(note),
  keptWith(note, versionId, insertFirstVersion(versionId, note, note.draftedAt)),
]

/** A note after a step. `versionId` is a new one. */
export interface NoteStep {
  readonly before: NoteFacts
  readonly after: Note
  readonly versionId: string
  readonly savedById: string
  readonly now: Date
}

/** A note after a step, with the version of the step. Conditional: it is still as gathered in `before`. */
export const replaceNote = ({ before, after, versionId, savedById, now }: NoteStep): readonly Write[] => [
  notes.replace(after, before),
  keptWith(after, versionId, insertVersion(versionId, after, now, savedById)),
]

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
  page: PageCursor,
): Promise<EncryptedNote[]> => {
  const signed = tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('patient_id', '=', requireUuid(patientId))
    .where('status', 'in', ['signed', 'addended'])
    .$call(newestFirst(page))
  const rows = await withText(db, signed).orderBy('note.id', 'desc').execute()
  return rows.map(encryptedNoteOf)
}

/** The work list of a person: their own drafts, and the notes that they must co-sign. Oldest first. */
export const countNotesAwaiting = async (
  db: AnyKysely,
  { practitionerId, supervisorId }: { readonly practitionerId: string | null; readonly supervisorId: string },
): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from documentation.notes where status = 'draft' and practitioner_id = ${practitionerId}::uuid)::integer
      + (select count(*) from documentation.notes where status = 'awaiting-cosign' and supervisor_id = ${supervisorId}::uuid)::integer
      as count`.execute(db)
  return rows[0]?.count ?? 0
}

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
