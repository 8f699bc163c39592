import { html, nothing, type TemplateResult } from 'lit'
import type { NoteEditorTranslate } from './note-view.ts'

interface AddendumFormView {
  readonly t: NoteEditorTranslate
  readonly text: string
  readonly busy: boolean
  readonly problem: unknown
  readonly onInput: (text: string) => void
  readonly onSign: () => void
  readonly onCancel: () => void
}

/** An addendum to a signed note, which needs its own signature. */
export const addendumForm = ({ t, text, busy, problem, onInput, onSign, onCancel }: AddendumFormView): TemplateResult =>
  html`<div class="part">
    <div class="field">
      <label for="addendum">${t('addLabel')}</label>
      <p class="hint" id="addendum-hint">${t('addHint')}</p>
      <textarea
        id="addendum"
        dir="auto"
        rows="3"
        maxlength="20000"
        aria-describedby="addendum-hint"
        .value=${text}
        @input=${(event: Event) => onInput((event.target as HTMLTextAreaElement).value)}
      ></textarea>
    </div>
    ${problem || nothing}
    <div class="row wrap">
      <button
        class="btn primary"
        type="button"
        aria-disabled=${busy || text.trim() === '' ? 'true' : nothing}
        @click=${onSign}
      >
        ${t(busy ? 'signing' : 'addSign')}
      </button>
      <button class="btn quiet" type="button" @click=${onCancel}>${t('notYet')}</button>
    </div>
  </div>`
