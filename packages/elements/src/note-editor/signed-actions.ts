import { html, nothing, type TemplateResult } from 'lit'
import type { NoteEditorTranslate } from './note-view.ts'

interface SignedActionsView {
  readonly t: NoteEditorTranslate
  /** What went wrong, told above the buttons. */
  readonly problems: readonly TemplateResult[]
  /** The note waits for the reader's signature. */
  readonly mayCosign: boolean
  /** The note waits for another than whom the page names now. */
  readonly mayAskOther: boolean
  readonly busy: boolean
  readonly onCosign: () => void
  readonly onAskOther: () => void
  readonly onAdd: () => void
}

/** What can still be done with a signed note: sign it too, ask another to, or add to it. */
export const signedActions = ({
  t,
  problems,
  mayCosign,
  mayAskOther,
  busy,
  onCosign,
  onAskOther,
  onAdd,
}: SignedActionsView): TemplateResult =>
  html`<div class="part">
    ${problems}
    <div class="row wrap">
      ${
        mayCosign
          ? html`<button class="btn primary" type="button" aria-disabled=${busy ? 'true' : nothing} @click=${onCosign}>
              ${t(busy ? 'cosigning' : 'cosign')}
            </button>`
          : nothing
      }
      ${
        mayAskOther
          ? html`<button class="btn" type="button" aria-disabled=${busy ? 'true' : nothing} @click=${onAskOther}>
              ${t('askOther')}
            </button>`
          : nothing
      }
      <button class="btn" type="button" @click=${onAdd}>${t('add')}</button>
    </div>
  </div>`
