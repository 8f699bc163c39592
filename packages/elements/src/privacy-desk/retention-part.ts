import { html, nothing, type TemplateResult } from 'lit'
import type { DueRecord, RecordErasure, VisitClient } from '@visitkit/sdk'
import { reloadPages } from '../chart/reload-pages.ts'
import { moveFocus } from '../core/focus.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import { saveFile } from '../core/save-file.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { dayText } from './case-facts.ts'
import type { DeskPart } from './desk-part.ts'
import { deskRows, type DeskPage } from './desk-views.ts'
import { HeldRecords } from './held-records.ts'
import type { RetentionTranslate } from './hold-form.ts'
import { deskRetentionMessages } from './retention.messages.ts'

type Due = DueRecord & { readonly id: string }
type List = 'due' | 'erasures'

const pageSize = 50

/** Records whose time is over, what holds them longer, and what was erased. */
export class RetentionPart implements DeskPart {
  readonly #host: VisitElement
  readonly #t: RetentionTranslate
  readonly #due: Loader<DeskPage<Due>>
  readonly #held: HeldRecords
  readonly #erasures: Loader<DeskPage<RecordErasure>>
  readonly #acting: Loader<true>
  readonly #pages: Record<List, number> = { due: 1, erasures: 1 }
  #client: VisitClient | null = null
  /** The patient whose record is about to be erased. */
  #asking: string | null = null

  constructor(host: VisitElement) {
    this.#host = host
    this.#t = host.language.bundle(deskRetentionMessages)
    this.#due = new Loader(host)
    this.#held = new HeldRecords(host, this.#t, () => this.#readDue())
    this.#erasures = new Loader(host)
    this.#acting = new Loader(host)
  }

  open(client: VisitClient): void {
    this.#client = client
    this.#held.open(client)
    this.#readAll()
  }

  reset(): void {
    for (const loader of [this.#due, this.#erasures, this.#acting]) loader.reset()
    this.#held.reset()
    this.#client = this.#asking = null
    this.#pages.due = this.#pages.erasures = 1
  }

  #readAll(): void {
    this.#readDue()
    this.#readErasures()
  }

  #readDue(): void {
    const client = this.#client
    if (!client) return
    void this.#due.run(
      async (signal) => {
        const { items, next } = await reloadPages(
          client.retention.due({ limit: pageSize }, { signal }),
          this.#pages.due,
        )
        return { items: items.map((each) => ({ ...each, id: each.patientId })), next }
      },
      { quietly: true },
    )
  }

  #readErasures(): void {
    const client = this.#client
    if (!client) return
    void this.#erasures.run(
      (signal) => reloadPages(client.retention.erasures({ limit: pageSize }, { signal }), this.#pages.erasures),
      { quietly: true },
    )
  }

  #ask(patientId: string | null, focus: string): void {
    this.#asking = patientId
    this.#acting.reset()
    this.#host.requestUpdate()
    void moveFocus(this.#host, focus)
  }

  async #act(said: string, back: string, work: (client: VisitClient) => Promise<unknown>): Promise<void> {
    const client = this.#client
    if (!client || this.#acting.busy) return
    const done = await this.#acting.run(async () => {
      await work(client)
      return true as const
    })
    this.#readAll()
    if (!done) return
    this.#ask(null, back)
    this.#host.announce(said)
  }

  #save({ certificate }: RecordErasure): void {
    if (!certificate) return
    const { text, signature } = certificate
    const file = `{"certificate":${text},"signature":${JSON.stringify(signature)}}\n`
    saveFile(new Blob([file], { type: 'application/json' }), `${this.#t('fileName')}.json`)
    this.#host.announce(this.#t('certificateSaved'))
  }

  get #fault(): unknown {
    const { problem } = this.#acting
    return problem ? problemView(this.#host, problem, { texts: this.#t }) : nothing
  }

  #member({ displayName }: RecordErasure['approvedBy']): string {
    return displayName ?? this.#t('formerColleague')
  }

  #dueRow(one: Due): TemplateResult {
    const t = this.#t
    const name = one.patient?.displayName ?? t('erased')
    const { format } = this.#host
    const isAsked = this.#asking === one.id
    const action = one.isHeld
      ? html`<span class="chip warn">${t('isHeld')}</span>`
      : html`<button
          class="btn small"
          type="button"
          aria-label=${t('eraseName', { name })}
          @click=${() => this.#ask(one.id, '#erase-ask')}
        >
          ${t('erase')}
        </button>`
    return html`<li class="stack">
      <div class="row between wrap">
        <div class="tight grow">
          <b dir="auto">${name}</b>
          <span class="small muted">${t('lastActive', { date: dayText(format, one.lastActiveOn) })}</span>
          <span class="small muted">${t('keptUntil', { date: dayText(format, one.keptUntil) })}</span>
        </div>
        ${isAsked ? nothing : action}
      </div>
      ${isAsked ? this.#eraseAsk(one, name) : nothing}
    </li>`
  }

  #eraseAsk({ patientId }: Due, name: string): TemplateResult {
    const t = this.#t
    const erase = (): void =>
      void this.#act(t('approved'), '#erasures-heading', ({ retention }) =>
        retention.approveErasure({ patientId, basis: 'retention-ended' }),
      )
    return html`<div class="stack">
      ${this.#fault}
      <p><b id="erase-ask" tabindex="-1" dir="auto">${t('eraseAsk', { name })}</b></p>
      <p>${t('eraseText')}</p>
      <div class="row wrap">
        <button
          class="btn danger small"
          type="button"
          aria-disabled=${this.#acting.busy ? 'true' : nothing}
          @click=${erase}
        >
          ${t('eraseSure')}
        </button>
        <button class="btn small" type="button" @click=${() => this.#ask(null, '#due-heading')}>${t('leave')}</button>
      </div>
    </div>`
  }

  #erasureRow(one: RecordErasure): TemplateResult {
    const t = this.#t
    const { format } = this.#host
    const date = format.date(one.erasedAt ?? one.approvedAt)
    return html`<li>
      <div class="row between wrap">
        <div class="tight grow">
          <b>${format.list([t(`status_${one.status}`), date])}</b>
          <span class="small">${t(`basis_${one.basis}`)}</span>
          <span class="small muted" dir="auto">
            ${t('approvedBy', { name: this.#member(one.approvedBy), date: format.date(one.approvedAt) })}
          </span>
          <span class="small muted id">${t('record', { id: one.patientId })}</span>
        </div>
        ${
          one.certificate
            ? html`<button
                class="btn small"
                type="button"
                aria-label=${t('certificateOf', { date })}
                @click=${() => this.#save(one)}
              >
                ${t('certificate')}
              </button>`
            : nothing
        }
      </div>
    </li>`
  }

  #rows<Item extends { readonly id: string }>(
    which: List,
    list: Loader<DeskPage<Item>>,
    read: () => void,
    row: (one: Item) => TemplateResult,
  ): unknown {
    const t = this.#t
    const words = {
      loading: t('loading'),
      more: t('more'),
      empty: t(`${which}Empty`),
      emptyText: t(`${which}EmptyText`),
    }
    return deskRows(this.#host, list, {
      ...{ texts: t, words, row, isReading: list.busy, retry: read },
      onMore: () => {
        this.#pages[which] += 1
        read()
      },
    })
  }

  #head(which: List, level: number): TemplateResult {
    return html`<div class="part">
      <div class="tight">
        <h3 id="${which}-heading" tabindex="-1" aria-level=${level}>${this.#t(`${which}Heading`)}</h3>
        <p class="small muted">${this.#t(`${which}Hint`)}</p>
      </div>
    </div>`
  }

  render(level: number, _retry: () => void): TemplateResult {
    return html`<section aria-labelledby="due-heading">
        ${this.#head('due', level)}
        ${this.#rows(
          'due',
          this.#due,
          () => this.#readDue(),
          (one) => this.#dueRow(one),
        )}
      </section>
      ${this.#held.render(level)}
      <section aria-labelledby="erasures-heading">
        ${this.#head('erasures', level)}
        ${this.#rows(
          'erasures',
          this.#erasures,
          () => this.#readErasures(),
          (one) => this.#erasureRow(one),
        )}
      </section>`
  }
}
