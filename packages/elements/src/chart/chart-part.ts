import { html, nothing, type TemplateResult } from 'lit'
import type { LiveTypePattern, Pages, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { followWatch } from '../core/follow-watch.ts'
import { Loader } from '../core/loader.ts'
import { moreButton } from '../core/more-button.ts'
import type { Problem } from '../core/problem.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { reloadPages, type LoadedPages } from './reload-pages.ts'

export interface PartLoadContext {
  readonly signal: AbortSignal
  /** Reads as many pages of a list as are shown. */
  readonly loadPages: <Item>(list: string, pages: Pages<Item>) => Promise<LoadedPages<Item>>
}

/** The texts below a list with more pages. */
export interface MoreTexts {
  readonly more: string
  readonly goesOn: (count: number) => string
  readonly moreOf: (name: string) => string
}

/** One part of a record. It loads, updates and fails independently: a part without permission does not hide the others. */
export class ChartPart<Value> {
  readonly #host: VisitElement
  readonly #loader: Loader<Value>
  readonly #more: Loader<Value>
  #read: ((signal: AbortSignal) => Promise<Value>) | null = null
  #refresh: (() => void) | null = null
  /** The number of pages of each list that are shown, where there is more than one. */
  #shown: ReadonlyMap<string, number> = new Map()
  #requestedList: string | null = null

  constructor(host: VisitElement) {
    this.#host = host
    this.#loader = new Loader(host)
    this.#more = new Loader(host)
  }

  get value(): Value | undefined {
    return this.#loader.value
  }

  get problem(): Problem | undefined {
    return this.#loader.problem
  }

  /** Whether it has been read, or could not be. */
  get isRead(): boolean {
    return this.value !== undefined || this.problem !== undefined
  }

  follow(
    client: VisitClient,
    patientId: string,
    on: readonly LiveTypePattern[],
    read: (context: PartLoadContext) => Promise<Value>,
    signal: AbortSignal,
  ): void {
    this.reset()
    const loadShown = (context: AbortSignal): Promise<Value> => {
      const shown = this.#shown
      return read({ signal: context, loadPages: (list, pages) => reloadPages(pages, shown.get(list) ?? 1) })
    }
    // A page that was requested in the meantime is read with the rest, so that an older response does not remove it.
    const loadLatest = async (context: AbortSignal): Promise<Value> => {
      for (;;) {
        const shown = this.#shown
        const value = await loadShown(context)
        if (shown === this.#shown) return value
      }
    }
    this.#read = loadShown
    void this.#loader.run(() => {
      const watch = client.watch((context) => loadLatest(context.signal), { on, ids: { patientId }, signal })
      this.#refresh = () => watch.refresh()
      return followWatch(watch, (value) => this.#loader.set(value))
    })
  }

  refresh(): void {
    this.#refresh?.()
  }

  reset(): void {
    this.#loader.reset()
    this.#more.reset()
    this.#read = this.#refresh = this.#requestedList = null
    this.#shown = new Map()
  }

  async #showMore(list: string, part: string): Promise<void> {
    const read = this.#read
    if (!read || this.#more.busy) return
    const before = this.#shown
    const after = new Map(before).set(list, (before.get(list) ?? 1) + 1)
    this.#requestedList = list
    this.#shown = after
    const value = await this.#more.run(read)
    if (this.#shown !== after) return
    if (value === undefined) {
      this.#shown = before
      return
    }
    this.#loader.set(value)
    await this.#host.updateComplete
    if (!this.#host.shadowRoot?.activeElement) await moveFocus(this.#host, `#${part}`)
  }

  /**
   * Below a list with more pages: how much is shown, and the button for more.
   * @param list - The list as it was read.
   * @param name - The name of the list for people.
   * @param part - The part whose heading gets the focus when there are no more pages.
   */
  below(texts: MoreTexts, { items, next }: LoadedPages<unknown>, list: string, name: string, part = list): unknown {
    if (next === null) return nothing
    const { problem, busy } = this.#more
    return html`<p class="small muted">${texts.goesOn(items.length)}</p>
      ${problem && this.#requestedList === list ? problemView(this.#host, problem) : nothing}
      ${moreButton(texts.more, {
        next,
        busy,
        name: texts.moreOf(name),
        onMore: () => void this.#showMore(list, part),
      })}`
  }

  /** The part with its title, and its content after it has loaded. */
  render(
    id: string,
    title: string,
    content: (value: Value) => unknown,
    { waiting, retry, action }: { waiting: string; retry: () => void; action?: unknown },
  ): TemplateResult {
    const { now } = this.#loader
    return html`<section class="part" aria-labelledby=${id}>
      <div class="row between">
        <h3 id=${id} tabindex="-1">${title}</h3>
        ${now.state === 'ready' ? (action ?? nothing) : nothing}
      </div>
      ${
        now.state === 'ready'
          ? content(now.value)
          : now.state === 'failed'
            ? problemView(this.#host, now.problem, { retry })
            : html`<div class="stack" aria-busy="true">
                <p class="visually-hidden" role="status">${waiting}</p>
                <span class="skeleton half"></span><span class="skeleton"></span>
              </div>`
      }
    </section>`
  }
}
