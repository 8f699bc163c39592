import { html, nothing, type TemplateResult } from 'lit'
import type { NoteEditorTranslate } from './note-view.ts'

interface SignedActionsView {
  readonly t: NoteEditorTranslate
  /** Problems, shown above the buttons. */
  readonly problems: readonly TemplateResult[]
  /** The note awaits the reader's co-signature. */
  readonly mayCosign: boolean
  /** The note awaits another co-signer than the one that the page sets. */
  readonly mayChangeSupervisor: boolean
  readonly busy: boolean
  readonly onCosign: () => void
  readonly onChangeSupervisor: () => void
  readonly onAdd: () => void
}

/** The actions for a signed note: co-sign it, request another co-signer, or add an addendum. */
export const signedActions = ({
  t,
  problems,
  mayCosign,
  mayChangeSupervisor,
  busy,
  onCosign,
  onChangeSupervisor,
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
        mayChangeSupervisor
          ? html`<button
              class="btn"
              type="button"
              aria-disabled=${busy ? 'true' : nothing}
              @click=${onChangeSupervisor}
            >
              ${t('askOther')}
            </button>`
          : nothing
      }
      <button class="btn" type="button" @click=${onAdd}>${t('add')}</button>
    </div>
  </div>`
