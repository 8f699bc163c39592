import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { Loader } from '../core/loader.ts'
import { loadingRows } from '../core/loading-rows.ts'
import { moreButton } from '../core/more-button.ts'
import type { ProblemTexts } from '../core/problem-text.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'

/** One page of a tab, and where the next one begins. */
export interface DeskPage<Item> {
  readonly items: readonly Item[]
  readonly next: string | null
}

/** The switch of a tab between its lists, such as what waits and what is done. */
export const deskSwitch = <List extends string>(
  which: string,
  lists: Readonly<Record<List, string>>,
  chosen: List,
  choose: (list: List) => void,
): TemplateResult =>
  html`<div class="row wrap" role="group" aria-label=${which}>
    ${(Object.keys(lists) as List[]).map(
      (list) =>
        html`<button
          class="btn small"
          type="button"
          aria-pressed=${list === chosen ? 'true' : 'false'}
          @click=${() => choose(list)}
        >
          ${lists[list]}
        </button>`,
    )}
  </div>`

/** The list of a tab, what it waits for, or why it could not be read. */
export const deskRows = <Item extends { readonly id: string }>(
  host: VisitElement,
  { now }: Loader<DeskPage<Item>>,
  parts: {
    readonly texts: ProblemTexts
    readonly words: Readonly<Record<'loading' | 'empty' | 'emptyText' | 'more', string>>
    readonly retry: () => void
    readonly row: (item: Item) => TemplateResult
    readonly isReading: boolean
    readonly onMore: () => void
  },
): unknown => {
  const { texts, words, retry, row, isReading, onMore } = parts
  if (now.state === 'failed') return html`<div class="part">${problemView(host, now.problem, { texts, retry })}</div>`
  if (now.state !== 'ready') return loadingRows(words.loading)
  const { items, next } = now.value
  if (items.length === 0)
    return html`<div class="empty tight">
      <p><b>${words.empty}</b></p>
      <p class="muted">${words.emptyText}</p>
    </div>`
  return html`<ul class="plain work">
      ${repeat(items, ({ id }) => id, row)}
    </ul>
    ${next === null ? nothing : html`<div class="part">${moreButton(words.more, { next, busy: isReading, onMore })}</div>`}`
}
