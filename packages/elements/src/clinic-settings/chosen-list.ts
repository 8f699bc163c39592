import { html, nothing, type TemplateResult } from 'lit'
import type { Translate } from '../core/localize.ts'
import type { orderSetsEn } from './order-sets.en.ts'

interface ChosenItem {
  readonly key: string
  readonly words: string
  /** Below the words. */
  readonly about?: unknown
  readonly change?: (() => void) | undefined
}

/** What was chosen, each with a button that takes it out. */
export const chosenList = (
  t: Translate<typeof orderSetsEn>,
  chosen: readonly ChosenItem[],
  takeOut: (index: number) => void,
): TemplateResult | typeof nothing =>
  chosen.length === 0
    ? nothing
    : html`<ul class="lined">
        ${chosen.map(
          ({ key, words, about, change }, index) =>
            html`<li class="row between wrap" data-key=${key}>
              <span class="tight"><span dir="auto">${words}</span>${about ?? nothing}</span>
              <span class="row wrap">
                ${
                  change
                    ? html`<button
                        class="btn small"
                        type="button"
                        aria-label=${t('changeName', { name: words })}
                        @click=${change}
                      >
                        ${t('change')}
                      </button>`
                    : nothing
                }
                <button
                  class="btn small"
                  type="button"
                  aria-label=${t('takeOutName', { name: words })}
                  @click=${() => takeOut(index)}
                >
                  ${t('takeOut')}
                </button>
              </span>
            </li>`,
        )}
      </ul>`
