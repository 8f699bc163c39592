import type { Selectable } from 'kysely'
import { knownId } from '../../../platform/database/known-id.ts'
import type { PagePlace } from '../../../platform/database/page-of-ids.ts'
import { notFound } from '../../../platform/http/problem.ts'
import type { AnyKysely, Situation } from '../../../platform/seams.ts'
import type { Note, NoteFacts, NoteStatus } from '../model/note.ts'
import { insertVersion, readContent } from './note-versions.ts'
import { tablesOf, type DocumentationTables } from './tables.ts'

type Row = Selectable<DocumentationTables['documentation.notes']>
export type Opening = Pick<Situation, 'caller' | 'access' | 'vault'>
/** `lock` keeps others from changing the row until the transaction ends. */
export type Look = 'look' | 'lock'

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

const isBeyondReach = ({ access, caller }: Pick<Situation, 'access' | 'caller'>, patientId: string): boolean =>
  access.reach === 'own' && !caller.patientIds.includes(patientId)

/** What is not sealed of one note within the caller's reach. Throws `not_found`. */
export const readNoteFacts = async (
  db: AnyKysely,
  situation: Pick<Situation, 'caller' | 'access'>,
  noteId: string,
  look: Look = 'look',
): Promise<NoteFacts> => {
  const row = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', situation.caller.organizationId)
    .where('id', '=', knownId(noteId))
    .$if(look === 'lock', (query) => query.forUpdate())
    .executeTakeFirst()
  if (row === undefined || isBeyondReach(situation, row.patient_id)) throw notFound('note unknown')
  return factsOf(row)
}

/** One note, opened. Throws `not_found`. */
export const readNote = async (db: AnyKysely, opening: Opening, noteId: string, look: Look = 'look'): Promise<Note> =>
  opened(db, opening, await readNoteFacts(db, opening, noteId, look))

/** Null while the visit has none. */
export const findNoteOfVisit = async (db: AnyKysely, opening: Opening, visitId: string): Promise<Note | null> => {
  const row = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', opening.caller.organizationId)
    .where('visit_id', '=', knownId(visitId))
    .executeTakeFirst()
  if (row === undefined || isBeyondReach(opening, row.patient_id)) return null
  return opened(db, opening, factsOf(row))
}

const opened = async (db: AnyKysely, opening: Opening, facts: NoteFacts): Promise<Note> => ({
  ...facts,
  content: await readContent(db, opening, facts, facts.version),
})

/** False when the visit has a note already. `savedById` is null for the server itself. */
export const insertNote = async (
  tx: AnyKysely,
  keeping: Opening & Pick<Situation, 'newId' | 'now'>,
  note: Note,
  savedById: string | null,
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tablesOf(tx)
    .insertInto(table)
    .values({
      organization_id: keeping.caller.organizationId,
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
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows !== 1n) return false
  await insertVersion(tx, keeping, note, savedById)
  return true
}

/** Keeps a note after a step, with the version that the step made. The row was locked when `before` was read. */
export const updateNote = async (
  tx: AnyKysely,
  keeping: Opening & Pick<Situation, 'newId' | 'now'>,
  before: Note,
  after: Note,
): Promise<void> => {
  const { numUpdatedRows } = await tablesOf(tx)
    .updateTable(table)
    .set(changeable(after))
    .where('organization_id', '=', keeping.caller.organizationId)
    .where('id', '=', before.id)
    .where('version', '=', before.version)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) throw new Error('a note changed although its row was locked')
  await insertVersion(tx, keeping, after, keeping.caller.personId)
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

/** A patient's notes, newest first; `after` is the last one shown. */
export const notesOfPatient = async (
  db: AnyKysely,
  patientId: string,
  statuses: readonly NoteStatus[],
  place: PagePlace,
): Promise<NoteFacts[]> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('patient_id', '=', knownId(patientId))
    .where('status', 'in', statuses)
    .$if(place.after !== null, (query) => query.where('id', '<', place.after ?? ''))
    .orderBy('id', 'desc')
    .limit(place.take)
    .execute()
  return rows.map(factsOf)
}

/** What waits for somebody: their own drafts, and what they have to co-sign. Oldest first. */
export const waitingNotes = async (
  db: AnyKysely,
  waits: { readonly practitionerId: string | null; readonly supervisorId: string | null },
  place: PagePlace,
): Promise<NoteFacts[]> => {
  const { practitionerId, supervisorId } = waits
  const page = (status: NoteStatus, column: 'practitioner_id' | 'supervisor_id', id: string) =>
    tablesOf(db)
      .selectFrom(table)
      .selectAll()
      .where('status', '=', status)
      .where(column, '=', id)
      .$if(place.after !== null, (query) => query.where('id', '>', place.after ?? ''))
      .orderBy('id')
      .limit(place.take)
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
