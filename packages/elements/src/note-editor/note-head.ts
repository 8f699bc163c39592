import { html, type TemplateResult } from 'lit'
import type { Note, NoteTemplate } from '@visitkit/sdk'
import { localized, type Formatter } from '../core/format.ts'
import type { NoteDraftState } from './note-draft-controller.ts'
import type { NoteEditorTranslate } from './note-view.ts'

interface NoteHeadView {
  readonly t: NoteEditorTranslate
  readonly format: Formatter
  readonly note: Note
  readonly state: NoteDraftState
  /** The server's message about the refused draft. */
  readonly refusal: string
  readonly templateCode: string
  readonly templates: readonly NoteTemplate[]
  /** The patient's label. */
  readonly who: unknown
  readonly fetchesPdf: boolean
  readonly showsHistory: boolean
  readonly onTemplate: (code: string) => void
  readonly onPdf: () => void
  readonly onHistory: () => void
}

const words = ({ t, format, note, state, refusal }: NoteHeadView): string => {
  const time = format.time(note.savedAt)
  if (note.status === 'awaiting-cosign') return t('awaiting', { name: note.supervisor?.displayName ?? '' })
  if (note.status !== 'draft') return t(note.status)
  if (state === 'clean') return t('opened', { time })
  if (state === 'saved') return t('saved', { time })
  return state === 'refused' ? `${t('refused')}: ${refusal}` : t(state)
}

/** The state of the draft, with a fixed width; the template; the button for the history. */
export const noteHead = (view: NoteHeadView): TemplateResult => {
  const { t, format, note, state, templateCode, templates } = view
  const isBad = state === 'unsaved' || state === 'refused' || state === 'conflict'
  return html`<div class="row between wrap head">
    <div class="tight">
      <h2 id="note-heading" part="heading" tabindex="-1">${t('heading')}</h2>
      ${view.who}
      <p id="note-status" tabindex="-1" class="small num status ${isBad ? 'bad' : 'muted'}">${words(view)}</p>
    </div>
    <div class="row wrap">
      ${
        note.status === 'draft'
          ? html`<label class="visually-hidden" for="template">${t('template')}</label
              ><select
                id="template"
                @change=${(event: Event) => view.onTemplate((event.target as HTMLSelectElement).value)}
              >
                ${templates.map(
                  ({ code, name }) =>
                    html`<option value=${code} ?selected=${code === templateCode}>
                      ${localized(name, format.tag)}
                    </option>`,
                )}
              </select>`
          : html`<button class="btn small" type="button" @click=${view.onPdf}>
              ${t(view.fetchesPdf ? 'pdfBusy' : 'pdf')}
            </button>`
      }
      <button
        class="btn small"
        id="history-button"
        type="button"
        aria-expanded=${view.showsHistory ? 'true' : 'false'}
        @click=${view.onHistory}
      >
        ${t('history')}
      </button>
    </div>
  </div>`
}
