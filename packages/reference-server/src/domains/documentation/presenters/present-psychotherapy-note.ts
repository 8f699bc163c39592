import type { components } from '@visitkit/contract'
import type { PsychotherapyNote } from '../store/psychotherapy-notes.ts'

export const presentPsychotherapyNote = (note: PsychotherapyNote): components['schemas']['PsychotherapyNote'] => ({
  visitId: note.visitId,
  patientId: note.patientId,
  text: note.text,
  savedAt: note.savedAt.toISOString(),
  version: note.version,
})
