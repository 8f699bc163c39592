import { html, nothing, type TemplateResult } from 'lit'
import type { Cover, Me, VisitClient } from '@visitkit/sdk'
import { followWatch } from '../core/follow-watch.ts'
import { Loader } from '../core/loader.ts'
import type { Translate } from '../core/localize.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { coversEn } from './covers.en.ts'
import { coversMessages } from './covers.messages.ts'

/** The colleagues who cover for the practitioner of the queue. Both see a cover when it starts, and either can end it. */
export class CoversPart {
  readonly #host: VisitElement
  readonly #t: Translate<typeof coversEn>
  readonly #client: VisitClient
  readonly #me: Pick<Me, 'personId' | 'practitionerId' | 'permissions'>
  readonly #shown: Loader<readonly Cover[]>
  readonly #ending: Loader<string>
  #known = new Set<string>()
  /** The reader covers here. When that ends, their access ends too. */
  #wasMine = false
  #refresh: () => void = () => undefined

  constructor(host: VisitElement, client: VisitClient, me: Me) {
    this.#host = host
    this.#t = host.language.bundle(coversMessages)
    host.language.refresh()
    this.#client = client
    this.#me = me
    this.#shown = new Loader(host)
    this.#ending = new Loader(host)
  }

  /** Follows the covers of one practitioner until the signal aborts. */
  follow(practitionerId: string, signal: AbortSignal): void {
    void this.#shown.run(async () => {
      const watch = this.#client.watch(
        async (reading) => (await this.#client.covers.list({ practitionerId, limit: 20 }, reading).page()).items,
        { on: ['cover.changed'], signal },
      )
      this.#refresh = () => watch.refresh()
      const covers = await followWatch(watch, (changed) => this.#changed(changed))
      this.#known = new Set(covers.map(({ id }) => id))
      return covers
    })
  }

  clear(): void {
    this.#shown.reset()
    this.#ending.reset()
  }

  #changed(covers: readonly Cover[]): void {
    const t = this.#t
    for (const { id, practitioner, coveredBy } of covers)
      if (!this.#known.has(id) && practitioner.id === this.#me.practitionerId)
        this.#host.announce(t('started', { name: coveredBy.displayName }))
    this.#known = new Set(covers.map(({ id }) => id))
    this.#shown.set(covers)
  }

  async #end({ id }: Cover): Promise<void> {
    if (this.#ending.busy) return
    const ended = await this.#ending.run(async () => (await this.#client.covers.end(id)).id)
    this.#refresh()
    if (!ended) return
    this.#host.announce(this.#t('ended'))
  }

  #isMine({ coveredBy }: Cover): boolean {
    return coveredBy.memberId === this.#me.personId
  }

  #cover(cover: Cover): TemplateResult {
    const t = this.#t
    const { busy } = this.#ending
    const { practitioner, coveredBy, until } = cover
    const time = this.#host.format.moment(until)
    const isMine = this.#isMine(cover)
    const isForMe = practitioner.id === this.#me.practitionerId
    const sentence = isForMe
      ? t('forYou', { name: coveredBy.displayName, time })
      : isMine
        ? t('byYou', { name: practitioner.displayName, time })
        : t('forOther', { colleague: coveredBy.displayName, name: practitioner.displayName, time })
    const mayEnd = (isMine || isForMe) && this.#me.permissions.includes('cover:end')
    return html`<li class="row between wrap">
      <span>${sentence}</span>
      ${
        mayEnd
          ? html`<button
              class="btn small"
              type="button"
              aria-label=${busy ? nothing : isMine ? t('endOwn', { name: practitioner.displayName }) : t('endName', { name: coveredBy.displayName })}
              aria-disabled=${busy ? 'true' : nothing}
              @click=${() => void this.#end(cover)}
            >
              ${t(busy ? 'ending' : 'end')}
            </button>`
          : nothing
      }
    </li>`
  }

  /** Nothing while there is no cover. */
  view(): TemplateResult | typeof nothing {
    const now = Date.now()
    const covers = (this.#shown.value ?? []).filter(({ until }) => Date.parse(until) > now)
    const { problem } = this.#ending
    const isMine = covers.some((cover) => this.#isMine(cover))
    // Ended by the colleague or by its end time: the reader no longer has access.
    if (this.#wasMine && !isMine) queueMicrotask(() => this.#host.startAgain())
    this.#wasMine = isMine
    if (covers.length === 0 && !problem) return nothing
    return html`<div class="notice">
      <div class="banner warn">
        <div class="stack grow">
          <ul class="stack" aria-label=${this.#t('heading')}>
            ${covers.map((cover) => this.#cover(cover))}
          </ul>
          ${problem ? problemView(this.#host, problem, { texts: this.#t }) : nothing}
        </div>
      </div>
    </div>`
  }
}
