import type { components } from '@visitkit/contract'
import type { Note } from './note.ts'
import type { NoteTemplate } from './note-template.ts'

type NotePart = components['schemas']['NotePart']

interface Missing {
  /** Codes of required sections, in the order of the note. */
  readonly sections: readonly string[]
  readonly parts: readonly NotePart[]
}

/**
 * What still stands in the way of signing: required sections that nobody has written, `diagnoses` without any, and `services` that point at no diagnosis of the note or, on a visit by sound alone, do not say why (42 CFR 410.78(a)(3)).
 * A section that still holds nothing but alerts, scores and check-in is not written: an alert is no risk assessment.
 */
export const missingParts = (
  { content, modality }: Pick<Note, 'content' | 'modality'>,
  template: NoteTemplate | null,
): Missing => {
  const written = new Set(
    content.sections
      .filter(({ code, text }) => text.trim() !== '' && !content.derived.includes(code))
      .map(({ code }) => code),
  )
  const sections = (template?.sections ?? []).filter(({ code, required }) => required && !written.has(code))
  const hasFaultyService = content.services.some(
    ({ diagnosisPointers, audioOnlyReason }) =>
      diagnosisPointers.some((position) => position < 1 || position > content.diagnoses.length) ||
      (modality === 'audio' && audioOnlyReason === undefined),
  )
  return {
    sections: sections.map(({ code }) => code),
    parts: [
      ...(content.diagnoses.length === 0 ? ['diagnoses' as const] : []),
      ...(hasFaultyService ? ['services' as const] : []),
    ],
  }
}
