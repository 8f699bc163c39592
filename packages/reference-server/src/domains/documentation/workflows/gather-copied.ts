import type { components } from '@visitkit/contract'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import { Problem, type FaultyProperty } from '../../../platform/problems/problem.ts'
import type { CopiedFrom } from '../model/copied-from.ts'
import { isFinal, type Note } from '../model/note.ts'
import { invalid } from '../problems.ts'
import { readNoteFacts } from '../store/notes.ts'

/**
 * The notes from which sections were copied, by id. Each must be a signed note about the same patient by the same author; otherwise the
 * stated origin would be false. Decrypts nothing.
 */
export const gatherCopied = async (
  context: ReadContext,
  { sections }: components['schemas']['SaveNote'],
  before: Note,
): Promise<ReadonlyMap<string, CopiedFrom>> => {
  const copied = new Map(
    before.content.sections.flatMap(({ copiedFrom }) => (copiedFrom ? [[copiedFrom.noteId, copiedFrom]] : [])),
  )
  const faults: FaultyProperty[] = []
  for (const [at, { copiedFrom }] of sections.entries()) {
    const noteId = copiedFrom?.noteId
    if (noteId === undefined || copied.has(noteId)) continue
    const source = await readNoteFacts(context.db, context, noteId).catch((error: unknown) => {
      if (error instanceof Problem && error.status === 404) return null
      throw error
    })
    const isSource =
      source !== null &&
      isFinal(source) &&
      source.patientId === before.patientId &&
      source.practitionerId === before.practitionerId
    if (isSource) copied.set(noteId, { noteId, visitAt: source.visitAt.toISOString() })
    else
      faults.push({
        pointer: `/sections/${at}/copiedFrom`,
        code: 'unknown',
        message: 'Must be a signed note of the same patient and author.',
      })
  }
  if (faults.length > 0) throw invalid(faults)
  return copied
}
