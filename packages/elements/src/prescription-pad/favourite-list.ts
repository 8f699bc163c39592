import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { FavouritePrescription } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import { favouriteLines } from './favourite-lines.ts'
import type { FavouriteQuestion, FavouriteShelf } from './favourite-shelf.ts'
import type { T } from './label-text.ts'

interface FavouriteListView {
  readonly t: T
  readonly format: Formatter
  readonly shelf: FavouriteShelf
  /** The question about one of them, drawn. */
  readonly question: unknown
  readonly onUse: (favourite: FavouritePrescription) => void
  readonly onAsk: (question: FavouriteQuestion & { favourite: FavouritePrescription }) => void
}

const row = (view: FavouriteListView, favourite: FavouritePrescription): TemplateResult => {
  const { t, format, shelf } = view
  const { id, name, unusable } = favourite
  const asked = shelf.question && 'favourite' in shelf.question && shelf.question.favourite.id === id
  return html`<li class="prescription stack">
    <div class="row wrap">
      ${favouriteLines(t, format, favourite, false)}
      <div class="row wrap acts">
        ${
          unusable
            ? nothing
            : html`<button
                class="btn small primary"
                type="button"
                aria-label=${t('useFavouriteName', { name })}
                @click=${() => view.onUse(favourite)}
              >
                ${t('useFavourite')}
              </button>`
        }
        <button
          class="btn small"
          type="button"
          id="rename-${id}"
          aria-label=${t('renameFavouriteName', { name })}
          @click=${() => view.onAsk({ about: 'rename', favourite })}
        >
          ${t('renameFavourite')}
        </button>
        <button
          class="btn small"
          type="button"
          id="remove-${id}"
          aria-label=${t('removeFavouriteName', { name })}
          @click=${() => view.onAsk({ about: 'remove', favourite })}
        >
          ${t('removeFavourite')}
        </button>
      </div>
    </div>
    ${asked ? view.question : nothing}
  </li>`
}

/** All that the prescriber has kept, to begin with one or to put them in order. */
export const favouriteList = (view: FavouriteListView): TemplateResult => {
  const { t, shelf } = view
  if (shelf.items.length === 0) return html`<p id="favourites" class="muted">${t('favouritesEmpty')}</p>`
  return html`<ul id="favourites" class="rows-of favourites" aria-label=${t('favourites')}>
    ${repeat(
      shelf.items,
      ({ id }) => id,
      (favourite) => row(view, favourite),
    )}
  </ul>`
}
