import { eventMaker, type EventData } from '../../platform/contracts/event.ts'
import type { NoteFacts } from './model/note.ts'

const facts = (note: NoteFacts): EventData['documentation.note-signed'] => ({
  noteId: note.id,
  visitId: note.visitId,
  patientId: note.patientId,
  practitionerId: note.practitionerId,
  supervisorId: note.supervisorId,
  version: note.version,
})
export const noteDrafted = eventMaker('documentation.note-drafted', facts)
export const noteSaved = eventMaker('documentation.note-saved', facts)
export const noteAwaitingCosign = eventMaker('documentation.note-awaiting-cosign', facts)
export const noteCosigned = eventMaker('documentation.note-cosigned', facts)
export const noteSigned = eventMaker('documentation.note-signed', facts)
export const noteAddended = eventMaker('documentation.note-addended', facts)

export const vitalCorrected = eventMaker(
  'documentation.vital-corrected',
  (
    { id, visitId, patientId, practitionerId }: NoteFacts,
    { vitalId, status }: Pick<EventData['documentation.vital-corrected'], 'vitalId' | 'status'>,
  ) => ({ noteId: id, visitId, patientId, practitionerId, vitalId, status }),
)

export const conditionChanged = eventMaker(
  'documentation.condition-changed',
  (patientId: string, conditionId: string) => ({ patientId, conditionId }),
)
export const reportedMedicationChanged = eventMaker(
  'documentation.reported-medication-changed',
  (patientId: string, reportedMedicationId: string) => ({ patientId, reportedMedicationId }),
)
/** No allergy id if the patient was recorded as having no known allergies. */
export const allergyChanged = eventMaker(
  'documentation.allergy-changed',
  (patientId: string, allergyId: string | null) => ({ patientId, allergyId }),
)
