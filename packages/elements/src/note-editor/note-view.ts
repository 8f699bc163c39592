import type { Note, NoteTemplate, NoteTemplateSection } from '@visitkit/sdk'
import { localized } from '../core/format.ts'
import type { Translate } from '../core/localize.ts'
import type { noteEditorEn } from './note-editor.en.ts'

export type NoteEditorTranslate = Translate<typeof noteEditorEn>

/** The heading of a section in the reader's language; its code if the template does not have it. */
export const sectionHeading = (sections: readonly NoteTemplateSection[], code: string, tag: string): string => {
  const found = sections.find((section) => section.code === code)
  return found ? localized(found.heading, tag) : code
}

/** The current templates, with the note's own in the version of its draft, even if it is no longer offered. */
export const offeredTemplates = ({ template }: Note, offered: readonly NoteTemplate[]): readonly NoteTemplate[] => {
  if (!template) return offered
  return offered.some(({ code }) => code === template.code)
    ? offered.map((each) => (each.code === template.code ? template : each))
    : [...offered, template]
}
