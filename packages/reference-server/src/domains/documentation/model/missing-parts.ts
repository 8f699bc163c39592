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
 * What is missing before a note can be signed: required sections without content, `diagnoses` if there are none, and `services` that point
 * to no diagnosis of the note or, on an audio-only visit, give no reason (42 CFR 410.78(a)(3)).
 * A section that contains only alerts, scores and check-in data has no content: an alert is not a risk assessment.
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
