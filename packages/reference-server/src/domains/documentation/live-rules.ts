import type { EventData } from '../../platform/contracts/event.ts'
import { liveRulesFor } from '../../platform/contracts/live-rule.ts'

type Note = EventData['documentation.note-signed']

const writers = ({ practitionerId, supervisorId }: Note) => ({
  practitioners: [practitionerId],
  members: supervisorId === null ? [] : [supervisorId],
})
const noteIds = ({ noteId, visitId, patientId }: Note) => ({ noteId, visitId, patientId })
const chartReaders = ({ patientId }: { readonly patientId: string }) => ({
  patients: [patientId],
  roles: ['practitioner', 'nurse'] as const,
})

/** Every step notifies the authors of the note; a signed note also notifies the patient. */
export const liveRules = [
  ...liveRulesFor(
    ['documentation.note-drafted', 'documentation.note-saved', 'documentation.note-awaiting-cosign'],
    'note.changed',
    { audience: writers, ids: noteIds },
  ),
  ...liveRulesFor(['documentation.note-signed', 'documentation.note-addended'], 'note.changed', {
    audience: (note) => ({ ...writers(note), patients: [note.patientId] }),
    ids: noteIds,
  }),
  ...liveRulesFor(['documentation.vital-corrected'], 'note.changed', {
    audience: ({ practitionerId, patientId }) => ({ practitioners: [practitionerId], patients: [patientId] }),
    ids: ({ noteId, visitId, patientId }) => ({ noteId, visitId, patientId }),
  }),
  ...liveRulesFor(['documentation.allergy-changed'], 'allergy.changed', {
    audience: chartReaders,
    ids: ({ patientId }) => ({ patientId }),
  }),
  ...liveRulesFor(['documentation.reported-medication-changed'], 'reported-medication.changed', {
    audience: chartReaders,
    ids: ({ patientId }) => ({ patientId }),
  }),
  ...liveRulesFor(['documentation.condition-changed'], 'condition.changed', {
    audience: chartReaders,
    ids: ({ patientId }) => ({ patientId }),
  }),
]
