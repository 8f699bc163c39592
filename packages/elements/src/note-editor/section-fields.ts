import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { NoteTemplateSection } from '@visitkit/sdk'
import { localized } from '../core/format.ts'
import type { NoteDraft } from './note-draft.ts'
import type { NoteEditorTranslate } from './note-view.ts'
import type { MissingPart } from './signing-bar.ts'

interface SectionFieldsView {
  readonly t: NoteEditorTranslate
  readonly tag: string
  readonly sections: readonly NoteTemplateSection[]
  readonly draft: NoteDraft
  /** Codes of sections that the server wrote and that no one has changed. */
  readonly prefilled: readonly string[]
  /** What must be completed before signing. */
  readonly missing: readonly MissingPart[]
  /** Next to the heading: where the text comes from. */
  readonly mark: (code: string, heading: string) => unknown
  readonly onInput: (code: string, field: HTMLTextAreaElement) => void
}

/** The number of rows, for browsers that cannot size a field by its content. */
const rowsFor = (text: string): number =>
  Math.min(
    24,
    Math.max(
      2,
      text.split('\n').reduce((rows, line) => rows + 1 + Math.floor(line.length / 60), 0),
    ),
  )

/** The sections of the template as fields, and below them the sections of an earlier template. */
export const sectionFields = ({
  t,
  tag,
  sections,
  draft,
  prefilled,
  missing,
  mark,
  onInput,
}: SectionFieldsView): TemplateResult => {
  const known = new Set(sections.map(({ code }) => code))
  const otherSections = [...draft.sections].filter(([code, text]) => !known.has(code) && text !== '')
  const field = (code: string, heading: string, hint: string, marks: readonly string[]): TemplateResult => {
    const text = draft.sections.get(code) ?? ''
    return html`<div class="field section">
      <div class="row wrap marks">
        <label for="section-${code}">${heading}</label>
        ${prefilled.includes(code) ? html`<span class="chip">${t('prefilled')}</span>` : nothing}
        ${marks.map((text) => html`<span class="small muted">${text}</span>`)} ${mark(code, heading)}
      </div>
      <textarea
        id="section-${code}"
        dir="auto"
        rows=${rowsFor(text)}
        maxlength="20000"
        placeholder=${hint}
        .value=${text}
        @input=${(event: Event) => onInput(code, event.target as HTMLTextAreaElement)}
      ></textarea>
    </div>`
  }
  return html`<div class="part" id="sections">
    ${repeat(
      sections,
      ({ code }) => code,
      ({ code, heading, hint, forPatient }) =>
        field(code, localized(heading, tag), localized(hint, tag), [
          ...(missing.includes(`section:${code}`) ? [t(draft.sections.get(code)?.trim() ? 'derived' : 'needed')] : []),
          ...(forPatient ? [t('forPatient')] : []),
        ]),
    )}
    ${repeat(
      otherSections,
      ([code]) => code,
      ([code]) => field(code, code, '', [t('kept')]),
    )}
  </div>`
}
