import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { FavoritePrescription } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import { favoriteLines } from './favorite-lines.ts'
import type { FavoriteQuestion, FavoritesController } from './favorites-controller.ts'
import type { PrescriptionFormTranslate } from './label-text.ts'

interface FavoriteListView {
  readonly t: PrescriptionFormTranslate
  readonly format: Formatter
  readonly favorites: FavoritesController
  /** The rendered question about one of them. */
  readonly question: unknown
  readonly onUse: (favorite: FavoritePrescription) => void
  readonly onAsk: (question: FavoriteQuestion & { favorite: FavoritePrescription }) => void
}

const row = (view: FavoriteListView, favorite: FavoritePrescription): TemplateResult => {
  const { t, format, favorites } = view
  const { id, name, unusable } = favorite
  const asked = favorites.question && 'favorite' in favorites.question && favorites.question.favorite.id === id
  return html`<li class="prescription stack">
    <div class="row wrap">
      ${favoriteLines(t, format, favorite, false)}
      <div class="row wrap acts">
        ${
          unusable
            ? nothing
            : html`<button
                class="btn small primary"
                type="button"
                aria-label=${t('useFavoriteName', { name })}
                @click=${() => view.onUse(favorite)}
              >
                ${t('useFavorite')}
              </button>`
        }
        <button
          class="btn small"
          type="button"
          id="rename-${id}"
          aria-label=${t('renameFavoriteName', { name })}
          @click=${() => view.onAsk({ about: 'rename', favorite: favorite })}
        >
          ${t('renameFavorite')}
        </button>
        <button
          class="btn small"
          type="button"
          id="remove-${id}"
          aria-label=${t('removeFavoriteName', { name })}
          @click=${() => view.onAsk({ about: 'remove', favorite: favorite })}
        >
          ${t('removeFavorite')}
        </button>
      </div>
    </div>
    ${asked ? view.question : nothing}
  </li>`
}

/** All favorites of the prescriber, to use or to edit. */
export const favoriteList = (view: FavoriteListView): TemplateResult => {
  const { t, favorites } = view
  if (favorites.items.length === 0) return html`<p id="favorites" class="muted">${t('favoritesEmpty')}</p>`
  return html`<ul id="favorites" class="rows-of favorites" aria-label=${t('favorites')}>
    ${repeat(
      favorites.items,
      ({ id }) => id,
      (favorite) => row(view, favorite),
    )}
  </ul>`
}
