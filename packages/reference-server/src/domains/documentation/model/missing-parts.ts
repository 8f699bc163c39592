import type { Note } from './note.ts'
import type { NoteTemplate } from './note-template.ts'

/**
 * What still stands in the way of signing, in the order of the note: codes of required sections without text, `diagnoses` without any, and
 * `services` that point at no diagnosis of the note or, on a visit by sound alone, do not say why (42 CFR 410.78(a)(3)).
 */
export const missingParts = (
  { content, modality }: Pick<Note, 'content' | 'modality'>,
  template: NoteTemplate | null,
): string[] => {
  const written = new Set(content.sections.filter(({ text }) => text.trim() !== '').map(({ code }) => code))
  const sections = (template?.sections ?? []).filter(({ code, required }) => required && !written.has(code))
  const hasFaultyService = content.services.some(
    ({ diagnosisPointers, audioOnlyReason }) =>
      diagnosisPointers.some((position) => position < 1 || position > content.diagnoses.length) ||
      (modality === 'audio' && audioOnlyReason === undefined),
  )
  return [
    ...sections.map(({ code }) => code),
    ...(content.diagnoses.length === 0 ? ['diagnoses'] : []),
    ...(hasFaultyService ? ['services'] : []),
  ]
}
