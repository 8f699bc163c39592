import type { NewEvent } from '../../platform/contracts/event.ts'
import type { NoteFacts } from './model/note.ts'

/** What this domain tells: ids and versions. README.md lists the payloads. */

export const noteTold = (
  fact: 'drafted' | 'saved' | 'awaiting-cosign' | 'cosigned' | 'signed' | 'addended',
  note: NoteFacts,
): NewEvent => ({
  type: `documentation.note-${fact}`,
  data: {
    noteId: note.id,
    visitId: note.visitId,
    patientId: note.patientId,
    practitionerId: note.practitionerId,
    supervisorId: note.supervisorId,
    version: note.version,
  },
})

export const conditionChanged = (patientId: string, conditionId: string): NewEvent => ({
  type: 'documentation.condition-changed',
  data: { patientId, conditionId },
})

export const allergyChanged = (patientId: string, allergyId: string | null): NewEvent => ({
  type: 'documentation.allergy-changed',
  data: { patientId, allergyId },
})
