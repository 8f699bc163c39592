import { html, type TemplateResult } from 'lit'
import type { Note } from '@visitkit/sdk'
import { localized, type Formatter } from '../core/format.ts'
import { noteSignatures } from '../core/note-signatures.ts'
import type { ChartTranslate } from './chart-translate.ts'

/** A note inside the chart: its text, its author, and its addenda. */
export const noteView = (t: ChartTranslate, format: Formatter, note: Note): TemplateResult => {
  const sections = note.template?.sections ?? []
  const titleOf = (code: string): string => {
    const found = sections.find((section) => section.code === code)
    return found ? localized(found.heading, format.tag) : code
  }
  return html`<div class="ask stack">
    ${note.sections
      .filter(({ text }) => text !== '')
      .map(
        ({ code, text }) =>
          html`<div class="tight">
            <b class="small">${titleOf(code)}</b>
            <p class="text" dir="auto">${text}</p>
          </div>`,
      )}
    <ul class="small">
      ${note.diagnoses.map(
        ({ code, display }) =>
          html`<li><b class="num">${code}</b> <span lang="en" dir="ltr">${display ?? ''}</span></li>`,
      )}
    </ul>
    ${noteSignatures({ addendum: t('addendum'), signature: (values) => t('signature', values) }, format, note, 'text')}
  </div>`
}
