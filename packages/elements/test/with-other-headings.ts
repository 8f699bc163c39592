import type { Note } from '@visitkit/sdk'

/** The note as if its template had been another when it was written. */
export const withOtherHeadings = (note: Note): Note => {
  if (!note.template) throw new Error('the note names no template')
  const heading = [{ language: 'en', text: 'Heading of then' }]
  return {
    ...note,
    template: { ...note.template, sections: note.template.sections.map((section) => ({ ...section, heading })) },
  }
}
