import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { ThreadSummary } from '@visitkit/sdk'
import { iconAdd } from '../core/icons.ts'
import { keptRow } from '../core/kept-row.ts'
import { threadRow, type ThreadTexts } from './thread-views.ts'

interface ThreadListView {
  readonly items: readonly ThreadSummary[]
  readonly level: number
  /** The thread that is shown next to the list. */
  readonly shownId: string | undefined
  readonly emergencyNumber: string
  /** The person has begun to write a new message. */
  readonly hasUnsent: boolean
  /** Null when the patient of a new thread is not known. */
  readonly onWrite: (() => void) | null
  readonly onOpen: (threadId: string) => void
  /** Null on the last page. */
  readonly onMore: (() => void) | null
}

/** The threads of a patient, or those assigned to a member. */
export const threadList = (words: ThreadTexts, view: ThreadListView): TemplateResult => {
  const { t, isStaff } = words
  const { items, level, shownId, emergencyNumber, hasUnsent, onWrite, onOpen, onMore } = view
  return html`<section class="card" aria-labelledby="list-heading">
    <div class="pad row between wrap">
      <div class="tight">
        <h3 id="list-heading" part="heading" tabindex="-1" aria-level=${level}>${t('heading')}</h3>
        <p class="small muted">${isStaff ? t('introStaff') : t('intro', { number: emergencyNumber })}</p>
      </div>
      ${
        onWrite
          ? html`<button class="btn primary" type="button" @click=${onWrite}>
              ${iconAdd} ${t(hasUnsent ? 'goOnWriting' : 'write')}
            </button>`
          : nothing
      }
    </div>
    ${
      items.length === 0
        ? html`<div class="empty tight part">
            <h4 aria-level=${level + 1}>${t('emptyHeading')}</h4>
            <p class="small muted">${t(isStaff ? 'emptyStaff' : 'emptyText')}</p>
          </div>`
        : html`<ul class="picks part">
            ${repeat(
              items,
              ({ id }) => id,
              (thread) => {
                const isShown = thread.id === shownId
                return keptRow([words.format, isStaff, thread, isShown], () =>
                  threadRow(words, thread, isShown, () => onOpen(thread.id)),
                )
              },
            )}
          </ul>`
    }
    ${
      onMore
        ? html`<div class="pad part">
            <button class="btn wide" type="button" @click=${onMore}>${t('more')}</button>
          </div>`
        : nothing
    }
  </section>`
}

/** What is shown while the list or a thread loads. */
export const threadSkeleton = (t: ThreadTexts['t']): TemplateResult =>
  html`<div class="card pad stack" aria-busy="true">
    <p class="visually-hidden" role="status">${t('loading')}</p>
    <span class="skeleton title half"></span>
    ${[1, 2, 3].map(() => html`<span class="skeleton"></span><span class="skeleton short"></span>`)}
  </div>`
