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

/** The name under which the fields or a favorite are saved. */
const nameField = ({ t, favorites, onConfirm }: FavoriteQuestionView): TemplateResult => {
  const replaces = favorites.question?.about === 'keep' && favorites.sameName !== undefined
  return html`<div class="field">
    <label for="favorite-name">${t('favoriteName')}</label>
    <input
      id="favorite-name"
      type="text"
      dir="auto"
      autocomplete="off"
      maxlength="80"
      aria-required="true"
      aria-invalid=${favorites.isFaulty ? 'true' : nothing}
      aria-describedby="favorite-hint ${favorites.isFaulty ? 'favorite-fault' : ''}"
      .value=${favorites.name}
      @input=${(event: Event) => favorites.setName((event.target as HTMLInputElement).value)}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'Enter') return
        // The focus moves to a button while the key is still down, which would press it.
        event.preventDefault()
        onConfirm()
      }}
    />
    <p class="hint" id="favorite-hint">${t(replaces ? 'favoriteReplaces' : 'favoriteHint')}</p>
    ${favorites.isFaulty ? html`<p class="error" id="favorite-fault">${t('favoriteFault')}</p>` : nothing}
  </div>`
}

const confirmText = ({ t, favorites }: FavoriteQuestionView): string => {
  if (favorites.isBusy) return t('saving')
  if (favorites.question?.about === 'remove') return t('removeFavoriteNow')
  if (favorites.question?.about === 'rename') return t('renameFavoriteNow')
  return t(favorites.sameName ? 'replaceFavoriteNow' : 'createFavoriteNow')
}

/** Shown where it was opened: in the form, or at the favorite. */
export const favoriteQuestion = (view: FavoriteQuestionView): TemplateResult => {
  const { t, favorites } = view
  const isRemoval = favorites.question?.about === 'remove'
  return html`<div class="ask stack" role="group" aria-labelledby="favorite-ask">
    <b id="favorite-ask" tabindex="-1"
      >${t(isRemoval ? 'removeFavoriteAsk' : favorites.question?.about === 'rename' ? 'renameFavoriteAsk' : 'createFavorite')}</b
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
      <button class="btn quiet small" type="button" @click=${view.onBack}>${t('favoriteBack')}</button>
    </div>
  </div>`
}
