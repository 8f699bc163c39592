import type { components } from '@visitkit/contract'
import type { NoteTemplate } from '../model/note-template.ts'

/** Without the rules for prefilled content. */
export const presentNoteTemplate = ({
  code,
  name,
  kind,
  specialties,
  sections,
}: NoteTemplate): components['schemas']['NoteTemplate'] => ({
  code,
  name,
  kind,
  specialties: [...specialties],
  sections: sections.map((section) => ({
    code: section.code,
    loinc: section.loinc,
    heading: section.heading,
    hint: section.hint,
    required: section.required,
    forPatient: section.forPatient,
  })),
})
