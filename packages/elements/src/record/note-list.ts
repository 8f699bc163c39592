import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { Note, NoteSummary } from '@visitkit/sdk'
import { localized, type Formatter } from '../core/format.ts'
import { keptRow } from '../core/kept-row.ts'
import { noteSignatures } from '../core/note-signatures.ts'
import type { RecordTranslate } from './result-words.ts'

interface NoteList {
  readonly t: RecordTranslate
  readonly format: Formatter
  readonly items: readonly NoteSummary[]
  readonly openId: string | null
  /** The open note, a text while it loads, or a problem. */
  readonly reader: unknown
  readonly busy: boolean
  readonly onToggle: (note: NoteSummary) => void
  readonly onDownload: (note: NoteSummary) => void
}

/** A note as it was signed, with what was added later. */
export const noteText = (t: RecordTranslate, format: Formatter, note: Note): TemplateResult => {
  const headings = new Map(note.template?.sections.map(({ code, heading }) => [code, localized(heading, format.tag)]))
  return html`<div class="stack">
    ${note.sections
      .filter(({ text }) => text !== '')
      .map(
        ({ code, text }) =>
          html`<div class="tight">
            <b class="small">${headings.get(code) ?? ''}</b>
            <p class="text-block" dir="auto">${text}</p>
          </div>`,
      )}
    ${noteSignatures(
      { addendum: t('addendum'), signature: (values) => t('signature', values) },
      format,
      note,
      'text-block',
    )}
  </div>`
}

const row = (
  { t, format, reader, busy, onToggle, onDownload }: NoteList,
  note: NoteSummary,
  isOpen: boolean,
): TemplateResult => {
  const name = t('visitOn', { date: format.date(note.visitAt) })
  return html`<li class="stack">
    <div class="row between wrap">
      <span class="tight"
        ><b class="num" id="item-${note.id}" tabindex="-1">${name}</b>${
          note.templateName
            ? html`<span class="small muted">${localized(note.templateName, format.tag)}</span>`
            : nothing
        }</span
      >
      <span class="row"
        ><button
          class="btn small"
          type="button"
          aria-label=${t('downloadName', { name })}
          aria-disabled=${busy ? 'true' : nothing}
          @click=${() => onDownload(note)}
        >
          ${t('download')}</button
        ><button
          class="btn small"
          type="button"
          aria-expanded=${isOpen ? 'true' : 'false'}
          aria-label=${t(isOpen ? 'closeName' : 'openName', { name })}
          @click=${() => onToggle(note)}
        >
          ${t(isOpen ? 'close' : 'open')}
        </button></span
      >
    </div>
    ${isOpen ? reader : nothing}
  </li>`
}

/** Signed notes, the newest first. Each can be read in its place, or saved as a file. */
export const noteList = (list: NoteList): TemplateResult =>
  list.items.length === 0
    ? html`<p class="muted">${list.t('noNotes')}</p>`
    : html`<ul class="lined">
        ${repeat(
          list.items,
          ({ id }) => id,
          (note) => {
            const isOpen = note.id === list.openId
            return keptRow([list.format, note, list.busy, isOpen && list.reader], () => row(list, note, isOpen))
          },
        )}
      </ul>`
