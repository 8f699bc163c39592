import { notFound } from '../../../platform/problems/problem.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import { isFinal, type NoteFacts } from '../model/note.ts'
import type { DocumentationContext, Practitioner } from '../ports.ts'
import { readEncryptedNote, type EncryptedNote } from '../store/notes.ts'

export interface LoadedNote {
  readonly ports: DocumentationContext
  readonly note: NoteFacts
  /** The same note, to be decrypted by a caller that needs its text. */
  readonly encrypted: EncryptedNote
  /** The treating practitioner. */
  readonly practitioner: Practitioner
}

/** The current note, for authors. */
export const gatherNote = async (
  ports: DocumentationContext,
  context: ReadContext,
  noteId: string,
): Promise<LoadedNote> => {
  const encrypted = await readEncryptedNote(context.db, context, noteId)
  const { note } = encrypted
  return { ports, note, encrypted, practitioner: await ports.directory.practitioner(context, note.practitionerId) }
}

/** The same for readers: for patients and their proxies it does not exist until it is signed. */
export const gatherReadableNote = async (
  ports: DocumentationContext,
  context: ReadContext,
  noteId: string,
): Promise<LoadedNote> => {
  const loaded = await gatherNote(ports, context, noteId)
  await ports.directory.actingFor(context, loaded.note.patientId, 'record')
  if (isPatientSide(context) && !isFinal(loaded.note)) throw notFound('note not signed yet')
  return loaded
}

export const isPatientSide = ({ caller }: Pick<ReadContext, 'caller'>): boolean =>
  caller.kind === 'patient' || caller.kind === 'proxy'
