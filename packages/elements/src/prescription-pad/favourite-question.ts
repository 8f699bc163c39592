import { html, nothing, type TemplateResult } from 'lit'
import type { FavouriteShelf } from './favourite-shelf.ts'
import type { T } from './label-text.ts'

interface FavouriteQuestionView {
  readonly t: T
  readonly shelf: FavouriteShelf
  readonly problem: unknown
  readonly onDone: () => void
  readonly onBack: () => void
}

/** Under which name the fields are kept, or a favourite goes on. */
const nameField = ({ t, shelf, onDone }: FavouriteQuestionView): TemplateResult => {
  const replaces = shelf.question?.about === 'keep' && shelf.namesake !== undefined
  return html`<div class="field">
    <label for="favourite-name">${t('favouriteName')}</label>
    <input
      id="favourite-name"
      type="text"
      dir="auto"
      autocomplete="off"
      maxlength="80"
      aria-required="true"
      aria-invalid=${shelf.isFaulty ? 'true' : nothing}
      aria-describedby="favourite-hint ${shelf.isFaulty ? 'favourite-fault' : ''}"
      .value=${shelf.name}
      @input=${(event: Event) => shelf.write((event.target as HTMLInputElement).value)}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'Enter') return
        // The focus moves to a button while the key is still down, which would press it.
        event.preventDefault()
        onDone()
      }}
    />
    <p class="hint" id="favourite-hint">${t(replaces ? 'favouriteReplaces' : 'favouriteHint')}</p>
    ${shelf.isFaulty ? html`<p class="error" id="favourite-fault">${t('favouriteFault')}</p>` : nothing}
  </div>`
}

const doneWords = ({ t, shelf }: FavouriteQuestionView): string => {
  if (shelf.isBusy) return t('saving')
  if (shelf.question?.about === 'remove') return t('removeFavouriteNow')
  if (shelf.question?.about === 'rename') return t('renameFavouriteNow')
  return t(shelf.namesake ? 'replaceFavouriteNow' : 'keepFavouriteNow')
}

/** Stands where it was asked for: in the form, or at the favourite. */
export const favouriteQuestion = (view: FavouriteQuestionView): TemplateResult => {
  const { t, shelf } = view
  const isRemoval = shelf.question?.about === 'remove'
  return html`<div class="ask stack" role="group" aria-labelledby="favourite-ask">
    <b id="favourite-ask" tabindex="-1"
      >${t(isRemoval ? 'removeFavouriteAsk' : shelf.question?.about === 'rename' ? 'renameFavouriteAsk' : 'keepFavourite')}</b
    >
    ${isRemoval ? nothing : nameField(view)} ${view.problem || nothing}
    <div class="row wrap">
      <button
        class="btn small ${isRemoval ? 'danger' : 'primary'}"
        type="button"
        aria-disabled=${shelf.isBusy ? 'true' : nothing}
        @click=${view.onDone}
      >
        ${doneWords(view)}
      </button>
      <button class="btn quiet small" type="button" @click=${view.onBack}>${t('favouriteBack')}</button>
    </div>
  </div>`
}
