import { html, nothing, type TemplateResult } from 'lit'
import type { Translate } from '../core/localize.ts'
import { longestCaption } from '../video/caption.ts'
import type { captionsEn } from './captions.en.ts'

export interface CaptionWriterView {
  readonly t: Translate<typeof captionsEn>
  readonly text: string
  /** The seat of who speaks; empty without a name. */
  readonly speaker: string
  readonly people: readonly { readonly id: string; readonly name: string }[]
  /** No one is connected. */
  readonly isAlone: boolean
  readonly onText: (text: string) => void
  readonly onEnd: () => void
  readonly onSpeaker: (seatId: string) => void
}

/** The field of a captioner, below the stage. Enter ends a line. */
export const captionWriterView = (view: CaptionWriterView): TemplateResult => {
  const { t, text, speaker, people, isAlone } = view
  const end = (event: Event): void => {
    event.preventDefault()
    view.onEnd()
  }
  return html`<form class="caption-writer stack" aria-labelledby="caption-heading" novalidate @submit=${end}>
    <div class="tight">
      <h2 id="caption-heading">${t('writeHeading')}</h2>
      <p class="small muted" id="caption-hint">${t('writeHint')} ${t('notKept')}</p>
      ${isAlone ? html`<p class="banner warn" role="status">${t('alone')}</p>` : nothing}
    </div>
    <div class="field">
      <label for="caption-speaker">${t('speaker')}</label>
      <select
        id="caption-speaker"
        @change=${(event: Event) => view.onSpeaker((event.target as HTMLSelectElement).value)}
      >
        <option value="" .selected=${speaker === ''}>${t('noName')}</option>
        ${people.map(({ id, name }) => html`<option value=${id} .selected=${id === speaker}>${name}</option>`)}
      </select>
    </div>
    <div class="field">
      <label for="caption-text">${t('text')}</label>
      <input
        id="caption-text"
        type="text"
        dir="auto"
        autocomplete="off"
        maxlength=${longestCaption}
        aria-describedby="caption-hint"
        .value=${text}
        @input=${(event: Event) => view.onText((event.target as HTMLInputElement).value)}
      />
    </div>
    <div><button class="btn primary">${t('endLine')}</button></div>
  </form>`
}
