import type { components } from '@visitkit/contract'
import type { CounselingNotesConsent } from '../../../platform/contracts/part-two.ts'
import type { PsychotherapyNote } from '../store/psychotherapy-notes.ts'

/** The consent goes with substance use counseling notes only. */
export const presentPsychotherapyNote = (
  note: PsychotherapyNote,
  consent: CounselingNotesConsent | null,
): components['schemas']['PsychotherapyNote'] => ({
  visitId: note.visitId,
  patientId: note.patientId,
  kind: note.kind,
  ...(consent !== null && { consent: { ...consent, signedAt: consent.signedAt.toISOString() } }),
  text: note.text,
  savedAt: note.savedAt.toISOString(),
  version: note.version,
})
