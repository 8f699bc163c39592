import { notFound } from '../../../platform/problems/problem.ts'
import type { Reading } from '../../../platform/contracts/context.ts'
import { isFinal, type NoteFacts } from '../model/note.ts'
import type { DocumentationContext, Practitioner } from '../ports.ts'
import { readClosedNote, type ClosedNote } from '../store/notes.ts'

export interface NoteAtHand {
  readonly ports: DocumentationContext
  readonly note: NoteFacts
  /** The same, to be opened by whoever needs its text. */
  readonly closed: ClosedNote
  /** Who treated. */
  readonly practitioner: Practitioner
}

/** The note as it stands, for those who write notes. */
export const gatherNote = async (
  ports: DocumentationContext,
  reading: Reading,
  noteId: string,
): Promise<NoteAtHand> => {
  const closed = await readClosedNote(reading.db, reading, noteId)
  const { note } = closed
  return { ports, note, closed, practitioner: await ports.directory.practitioner(reading, note.practitionerId) }
}

/** The same for those who read it: patients and who acts for them see it once it is signed, as though it were not there before. */
export const gatherReadableNote = async (
  ports: DocumentationContext,
  reading: Reading,
  noteId: string,
): Promise<NoteAtHand> => {
  const atHand = await gatherNote(ports, reading, noteId)
  await ports.directory.actingFor(reading, atHand.note.patientId, 'record')
  if (isPatientSide(reading) && !isFinal(atHand.note)) throw notFound('note not signed yet')
  return atHand
}

export const isPatientSide = ({ caller }: Pick<Reading, 'caller'>): boolean =>
  caller.kind === 'patient' || caller.kind === 'proxy'
