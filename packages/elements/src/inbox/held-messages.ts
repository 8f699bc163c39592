import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { LiveTypePattern, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { IdempotencyKeys } from '../core/idempotency-keys.ts'
import { Loader } from '../core/loader.ts'
import { loadingRows } from '../core/loading-rows.ts'
import { moreButton } from '../core/more-button.ts'
import type { ProblemTexts } from '../core/problem-text.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { lineButton } from './line-button.ts'
import { LiveList } from './live-list.ts'

type FixedText = 'look' | 'close' | 'reading' | 'hint'

/** What the bundle of each kind of messages has: `Translate` of one bundle is not assignable to that of another. */
interface HeldTexts extends ProblemTexts {
  (key: FixedText): string
}

interface Held {
  readonly id: string
}

export interface Waiting<Message> {
  readonly items: readonly Message[]
  /** How many wait, including those that are not in `items`. */
  readonly count: number
  /** Whether a further page can be shown. */
  readonly hasMore?: boolean
}

/** How one kind of messages is read and shown. */
export interface HeldKind<Message extends Held, Detail extends Held> {
  /** Begins the ids of what is shown. */
  readonly name: 'partner-message' | 'pharmacy-message'
  readonly texts: HeldTexts
  readonly heading: (count: string) => string
  /** The button that shows the next page. Absent for a list without pages. */
  readonly more?: (count: string) => string
  readonly on: readonly LiveTypePattern[]
  /** The first pages of the list. A list without pages ignores how many. */
  readonly list: (options: { readonly signal: AbortSignal }, pages: number) => Promise<Waiting<Message>>
  readonly get: (id: string, options: { readonly signal: AbortSignal }) => Promise<Detail>
  readonly lineOf: (message: Message) => {
    readonly kind: string
    readonly chips: unknown
    readonly about: string
    /** The name of the button that opens it. */
    readonly lookName: string
  }
  readonly detail: (detail: Detail) => unknown
  readonly opened?: (detail: Detail) => void
  /** Forgets what was chosen for the message that was open. */
  readonly closed: () => void
}

interface Act {
  /** Identifies the attempt, with `body`: what is sent again has the key of the first time. */
  readonly what: 'apply' | 'resolve'
  readonly body: unknown
  readonly send: (key: { readonly idempotencyKey: string }) => Promise<unknown>
  /** Announced when it succeeded. */
  readonly done: string
}

/**
 * Messages that wait in the inbox until a person has looked at them. One at a time is open, and closes when something was done with it.
 */
export class HeldMessages<Message extends Held, Detail extends Held> {
  readonly #host: VisitElement
  readonly #client: VisitClient
  readonly #kind: HeldKind<Message, Detail>
  readonly #shown: LiveList<Waiting<Message>>
  readonly #message: Loader<Detail>
  readonly #acting: Loader<unknown>
  readonly #keys = new IdempotencyKeys()
  #openId: string | null = null
  /** How many are shown. */
  #pages = 1

  /** @param changed - Called after each change of the list. */
  constructor(host: VisitElement, client: VisitClient, changed: () => void, kind: HeldKind<Message, Detail>) {
    this.#host = host
    this.#client = client
    this.#kind = kind
    this.#shown = new LiveList(host, changed)
    this.#message = new Loader(host)
    this.#acting = new Loader(host)
  }

  get count(): number {
    return this.#shown.value?.count ?? 0
  }

  get isRead(): boolean {
    return this.#shown.isRead
  }

  /** The open message, once it is read. */
  get open(): Detail | undefined {
    return this.#message.value
  }

  get busy(): boolean {
    return this.#acting.busy
  }

  /** Why the last act failed. */
  get problem(): Loader<unknown>['problem'] {
    return this.#acting.problem
  }

  follow(signal: AbortSignal): void {
    const { list, on } = this.#kind
    this.#shown.follow(this.#client, (options) => list(options, this.#pages), { on, signal })
  }

  clear(): void {
    this.#pages = 1
    this.#shown.reset()
    this.#close()
  }

  #close(): void {
    this.#openId = null
    this.#message.reset()
    this.#acting.reset()
    this.#keys.done()
    this.#kind.closed()
  }

  async #toggle(id: string): Promise<void> {
    const isOther = this.#openId !== id
    const { name, get, opened } = this.#kind
    this.#close()
    this.#host.requestUpdate()
    if (!isOther) return
    this.#openId = id
    const read = await this.#message.run((signal) => get(id, { signal }))
    if (!read) return
    opened?.(read)
    await moveFocus(this.#host, `#${name}`)
  }

  /** Does something with the open message, once, and closes it. */
  async act({ what, body, send, done }: Act): Promise<void> {
    if (this.#acting.busy) return
    const key = this.#keys.for(what, [this.#openId, body])
    const answer = await this.#acting.run(() => send(key))
    this.#shown.refresh()
    if (!answer) return
    this.#close()
    this.#host.announce(done)
    await moveFocus(this.#host, `#section-${this.#kind.name}s`)
  }

  #detail(): unknown {
    const { texts, detail } = this.#kind
    const { now } = this.#message
    if (now.state === 'failed') return problemView(this.#host, now.problem, { texts })
    if (now.state !== 'ready') return loadingRows(texts('reading'), 'stack')
    return detail(now.value)
  }

  #line(message: Message): TemplateResult {
    const { name, texts: t, lineOf } = this.#kind
    const isOpen = this.#openId === message.id
    const { kind, chips, about, lookName } = lineOf(message)
    return html`<li class="stack">
      <div class="row between wrap">
        <div class="tight">
          <b id=${isOpen ? name : nothing} tabindex=${isOpen ? '-1' : nothing}>${kind}</b>
          <span class="row wrap">${chips}</span>
          <span class="small muted num">${about}</span>
        </div>
        ${lineButton(t(isOpen ? 'close' : 'look'), isOpen ? t('close') : lookName, {
          busy: false,
          onPress: () => void this.#toggle(message.id),
        })}
      </div>
      ${isOpen ? this.#detail() : nothing}
    </li>`
  }

  #more(words: string): TemplateResult {
    const onMore = (): void => {
      this.#pages += 1
      this.#shown.refresh()
    }
    return html`<div class="pad">${moreButton(words, { next: 'more', busy: false, onMore })}</div>`
  }

  view(): TemplateResult | typeof nothing {
    const { value, problem } = this.#shown
    const { items, count, hasMore }: Waiting<Message> = value ?? { items: [], count: 0 }
    if (!problem && items.length === 0) return nothing
    const { name, texts, heading, more } = this.#kind
    const { format } = this.#host
    return html`<section class="card" aria-labelledby="section-${name}s">
      <div class="pad tight">
        <h3 id="section-${name}s" tabindex="-1">${heading(format.number(count))}</h3>
        <p class="small muted">${texts('hint')}</p>
      </div>
      ${problem ? html`<div class="pad">${problemView(this.#host, problem, { texts })}</div>` : nothing}
      <ul class="list">
        ${repeat(
          items,
          ({ id }) => id,
          (message) => this.#line(message),
        )}
      </ul>
      ${hasMore && more ? this.#more(more(format.number(count - items.length))) : nothing}
    </section>`
  }
}
