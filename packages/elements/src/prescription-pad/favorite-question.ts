import { html, nothing, type TemplateResult } from 'lit'
import type { FavoritesController } from './favorites-controller.ts'
import type { PrescriptionFormTranslate } from './label-text.ts'

interface FavoriteQuestionView {
  readonly t: PrescriptionFormTranslate
  readonly favorites: FavoritesController
  readonly problem: unknown
  readonly onConfirm: () => void
  readonly onBack: () => void
}

/** Under which name the fields are kept, or a favourite goes on. */
const nameField = ({ t, favorites, onConfirm }: FavoriteQuestionView): TemplateResult => {
  const replaces = favorites.question?.about === 'keep' && favorites.sameName !== undefined
  return html`<div class="field">
    <label for="favourite-name">${t('favouriteName')}</label>
    <input
      id="favourite-name"
      type="text"
      dir="auto"
      autocomplete="off"
      maxlength="80"
      aria-required="true"
      aria-invalid=${favorites.isFaulty ? 'true' : nothing}
      aria-describedby="favourite-hint ${favorites.isFaulty ? 'favourite-fault' : ''}"
      .value=${favorites.name}
      @input=${(event: Event) => favorites.setName((event.target as HTMLInputElement).value)}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'Enter') return
        // The focus moves to a button while the key is still down, which would press it.
        event.preventDefault()
        onConfirm()
      }}
    />
    <p class="hint" id="favourite-hint">${t(replaces ? 'favouriteReplaces' : 'favouriteHint')}</p>
    ${favorites.isFaulty ? html`<p class="error" id="favourite-fault">${t('favouriteFault')}</p>` : nothing}
  </div>`
}

const confirmText = ({ t, favorites }: FavoriteQuestionView): string => {
  if (favorites.isBusy) return t('saving')
  if (favorites.question?.about === 'remove') return t('removeFavouriteNow')
  if (favorites.question?.about === 'rename') return t('renameFavouriteNow')
  return t(favorites.sameName ? 'replaceFavouriteNow' : 'keepFavouriteNow')
}

/** Stands where it was asked for: in the form, or at the favourite. */
export const favoriteQuestion = (view: FavoriteQuestionView): TemplateResult => {
  const { t, favorites } = view
  const isRemoval = favorites.question?.about === 'remove'
  return html`<div class="ask stack" role="group" aria-labelledby="favourite-ask">
    <b id="favourite-ask" tabindex="-1"
      >${t(isRemoval ? 'removeFavouriteAsk' : favorites.question?.about === 'rename' ? 'renameFavouriteAsk' : 'keepFavourite')}</b
    >
    ${isRemoval ? nothing : nameField(view)} ${view.problem || nothing}
    <div class="row wrap">
      <button
        class="btn small ${isRemoval ? 'danger' : 'primary'}"
        type="button"
        aria-disabled=${favorites.isBusy ? 'true' : nothing}
        @click=${view.onConfirm}
      >
        ${confirmText(view)}
      </button>
      <button class="btn quiet small" type="button" @click=${view.onBack}>${t('favouriteBack')}</button>
    </div>
  </div>`
}
