import { html, nothing, type TemplateResult } from 'lit'
import type { Claim } from '@visitkit/sdk'
import { isChangeable, type ClaimDeskTranslate } from './claim-states.ts'

interface ClaimNoteView {
  readonly t: ClaimDeskTranslate
  readonly level: number
  readonly claim: Claim
  /** The unsaved text; undefined when there is none. */
  readonly draft: string | undefined
  readonly busy: boolean
  readonly problem: unknown
  readonly onInput: (text: string) => void
  readonly onSave: () => void
  readonly onCancel: () => void
}

/** An internal note of billing staff. A sent claim keeps its note unchanged. */
export const claimNote = ({
  t,
  level,
  claim,
  draft,
  busy,
  problem,
  onInput,
  onSave,
  onCancel,
}: ClaimNoteView): TemplateResult => {
  if (!isChangeable(claim))
    return html`<section class="part" aria-labelledby="note-heading">
      <h3 id="note-heading" aria-level=${level + 1}>${t('noteHeading')}</h3>
      ${claim.note ? html`<p class="text" dir="auto">${claim.note}</p>` : html`<p class="muted">${t('noNote')}</p>`}
    </section>`
  return html`<form
    class="part"
    @submit=${(event: Event) => {
      event.preventDefault()
      onSave()
    }}
  >
    <h3 aria-level=${level + 1}><label for="note">${t('noteHeading')}</label></h3>
    <p class="hint" id="note-hint">${t('noteHint')}</p>
    <textarea
      id="note"
      rows="2"
      maxlength="1000"
      dir="auto"
      aria-describedby="note-hint"
      .value=${draft ?? claim.note ?? ''}
      @input=${(event: Event) => onInput((event.target as HTMLTextAreaElement).value)}
    ></textarea>
    ${problem ?? nothing}
    <div class="row wrap">
      <button class="btn small" aria-disabled=${busy ? 'true' : nothing}>${t('saveNote')}</button>
      ${
        draft === undefined
          ? nothing
          : html`<button class="btn small quiet" type="button" @click=${onCancel}>${t('cancel')}</button>`
      }
    </div>
  </form>`
}
