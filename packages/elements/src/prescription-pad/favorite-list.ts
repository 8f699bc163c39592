import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { FavouritePrescription } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import { favoriteLines } from './favorite-lines.ts'
import type { FavoriteQuestion, FavoritesController } from './favorites-controller.ts'
import type { PrescriptionFormTranslate } from './label-text.ts'

interface FavoriteListView {
  readonly t: PrescriptionFormTranslate
  readonly format: Formatter
  readonly favorites: FavoritesController
  /** The question about one of them, drawn. */
  readonly question: unknown
  readonly onUse: (favorite: FavouritePrescription) => void
  readonly onAsk: (question: FavoriteQuestion & { favourite: FavouritePrescription }) => void
}

const row = (view: FavoriteListView, favorite: FavouritePrescription): TemplateResult => {
  const { t, format, favorites } = view
  const { id, name, unusable } = favorite
  const asked = favorites.question && 'favourite' in favorites.question && favorites.question.favourite.id === id
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
                aria-label=${t('useFavouriteName', { name })}
                @click=${() => view.onUse(favorite)}
              >
                ${t('useFavourite')}
              </button>`
        }
        <button
          class="btn small"
          type="button"
          id="rename-${id}"
          aria-label=${t('renameFavouriteName', { name })}
          @click=${() => view.onAsk({ about: 'rename', favourite: favorite })}
        >
          ${t('renameFavourite')}
        </button>
        <button
          class="btn small"
          type="button"
          id="remove-${id}"
          aria-label=${t('removeFavouriteName', { name })}
          @click=${() => view.onAsk({ about: 'remove', favourite: favorite })}
        >
          ${t('removeFavourite')}
        </button>
      </div>
    </div>
    ${asked ? view.question : nothing}
  </li>`
}

/** All that the prescriber has kept, to begin with one or to put them in order. */
export const favoriteList = (view: FavoriteListView): TemplateResult => {
  const { t, favorites } = view
  if (favorites.items.length === 0) return html`<p id="favourites" class="muted">${t('favouritesEmpty')}</p>`
  return html`<ul id="favourites" class="rows-of favourites" aria-label=${t('favourites')}>
    ${repeat(
      favorites.items,
      ({ id }) => id,
      (favorite) => row(view, favorite),
    )}
  </ul>`
}
