import type { Note, NoteTemplateSection } from '@visitkit/sdk'
import type { NoteDraft } from './note-draft.ts'
import type { MissingPart } from './signing-bar.ts'

/** Of the sections that the server wrote, those that no one has changed, ignoring white space. */
export const unchangedSections = (codes: readonly string[], note: Note, draft: NoteDraft): string[] =>
  codes.filter(
    (code) => draft.sections.get(code)?.trim() === note.sections.find((one) => one.code === code)?.text.trim(),
  )

/**
 * What must be completed before signing: sections, diagnoses, services. A section with only alerts, scores and check-in data counts as
 * missing.
 */
export const missingParts = (sections: readonly NoteTemplateSection[], note: Note, draft: NoteDraft): MissingPart[] => {
  const derived = unchangedSections(note.derived, note, draft)
  return [
    ...sections
      .filter(({ code, required }) => required && (!draft.sections.get(code)?.trim() || derived.includes(code)))
      .map(({ code }) => `section:${code}` as const),
    ...(draft.diagnoses.length === 0 ? ['diagnoses' as const] : []),
    ...(draft.services.some(({ diagnosisPointers }) => diagnosisPointers.length === 0) ? ['services' as const] : []),
  ]
}
