import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { AccessReasonMeasure, AccessSuppression, MonitorFact, VisitClient } from '@visitkit/sdk'
import { reloadPages, type LoadedPages } from '../chart/reload-pages.ts'
import { moveFocus } from '../core/focus.ts'
import { Loader } from '../core/loader.ts'
import { loadingRows } from '../core/loading-rows.ts'
import { moreButton } from '../core/more-button.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { dayText } from './case-facts.ts'
import type { DeskPart } from './desk-part.ts'
import { FactForm, type MonitorTranslate, type NewFact } from './fact-form.ts'
import { monitorMessages } from './monitor.messages.ts'

const pageSize = 50

/** What the monitor knows of people, which reasons it does not count, and how often each reason was right. */
export class MonitorPart implements DeskPart {
  readonly #host: VisitElement
  readonly #t: MonitorTranslate
  readonly #facts: Loader<LoadedPages<MonitorFact>>
  readonly #suppressions: Loader<LoadedPages<AccessSuppression>>
  readonly #measures: Loader<readonly AccessReasonMeasure[]>
  readonly #acting: Loader<true>
  readonly #form: FactForm
  #client: VisitClient | null = null
  /** What is about this person is removed by others. */
  #personId: string | undefined
  #pages = 1
  #suppressionPages = 1
  #isAdding = false

  constructor(host: VisitElement) {
    this.#host = host
    this.#t = host.language.bundle(monitorMessages)
    this.#facts = new Loader(host)
    this.#suppressions = new Loader(host)
    this.#measures = new Loader(host)
    this.#acting = new Loader(host)
    this.#form = new FactForm(host, this.#t)
  }

  open(client: VisitClient, _signal: AbortSignal, _permissions: readonly string[], personId: string | undefined): void {
    this.#client = client
    this.#personId = personId
    this.#read(client)
  }

  #read(client: VisitClient): void {
    void this.#facts.run(
      (signal) => reloadPages(client.monitorFacts.list({ limit: pageSize }, { signal }), this.#pages),
      { quietly: true },
    )
    void this.#suppressions.run(
      (signal) => reloadPages(client.accessSuppressions.list({ limit: pageSize }, { signal }), this.#suppressionPages),
      { quietly: true },
    )
    void this.#measures.run(async (signal) => (await client.accessCases.measure({ signal })).items, { quietly: true })
  }

  reset(): void {
    for (const loader of [this.#facts, this.#suppressions, this.#measures, this.#acting]) loader.reset()
    this.#form.reset()
    this.#client = null
    this.#pages = this.#suppressionPages = 1
    this.#isAdding = false
  }

  #add(isAdding: boolean): void {
    this.#isAdding = isAdding
    this.#acting.reset()
    if (isAdding && this.#client) this.#form.begin(this.#client)
    this.#host.requestUpdate()
    void moveFocus(this.#host, isAdding ? '#fact-patient' : '#monitor-heading')
  }

  /** One change; what it says afterwards is announced. */
  async #act(said: string, work: (client: VisitClient) => Promise<unknown>): Promise<boolean> {
    const client = this.#client
    if (!client || this.#acting.busy) return false
    const done = await this.#acting.run(async () => {
      await work(client)
      return true as const
    })
    this.#read(client)
    if (done) this.#host.announce(said)
    return done === true
  }

  async #send(fact: NewFact): Promise<void> {
    if (await this.#act(this.#t('added'), (client) => client.monitorFacts.add(fact))) this.#add(false)
  }

  async #remove({ id }: MonitorFact): Promise<void> {
    const isDone = await this.#act(this.#t('removed'), (client) => client.monitorFacts.remove(id))
    if (isDone) await moveFocus(this.#host, '#monitor-heading')
  }

  async #end({ id, version }: AccessSuppression): Promise<void> {
    const isDone = await this.#act(this.#t('endedNow'), (client) => client.accessSuppressions.end(id, { version }))
    if (isDone) await moveFocus(this.#host, '#suppressions-heading')
  }

  #fact(fact: MonitorFact): TemplateResult {
    const t = this.#t
    const name = fact.patient?.displayName ?? t('erased')
    const member = fact.member?.displayName ?? t('formerColleague')
    return html`<li>
      <div class="row between wrap">
        <div class="tight">
          <b dir="auto">${name}</b>
          <p class="small">${t(`fact_${fact.kind}`, { member })}</p>
        </div>
        ${
          fact.member !== undefined && fact.member.memberId === this.#personId
            ? html`<p class="small muted">${t('aboutYou')}</p>`
            : smallButton(t('remove'), t('removeName', { name }), () => void this.#remove(fact))
        }
      </div>
    </li>`
  }

  #suppression(one: AccessSuppression): TemplateResult {
    const t = this.#t
    const { format } = this.#host
    const name = one.member.displayName ?? t('formerColleague')
    const isOver = one.endedAt !== undefined || one.until < format.today
    return html`<li>
      <div class="row between wrap">
        <div class="tight">
          <b dir="auto">${name}</b>
          <p class="small">${format.list([t(`code_${one.code}`), t('until', { date: dayText(format, one.until) })])}</p>
          <p class="small text" dir="auto">${one.reason}</p>
        </div>
        ${
          one.endedAt !== undefined
            ? html`<span class="chip">${t('ended', { date: format.date(one.endedAt) })}</span>`
            : isOver
              ? nothing
              : smallButton(t('end'), t('endName', { name }), () => void this.#end(one))
        }
      </div>
    </li>`
  }

  /** A list with a heading, its empty state and more of it. */
  #list<Item extends { readonly id: string }>(
    loader: Loader<LoadedPages<Item>>,
    row: (item: Item) => TemplateResult,
    { empty, onMore }: { readonly empty: TemplateResult; readonly onMore: () => void },
  ): unknown {
    const t = this.#t
    const { now } = loader
    if (now.state === 'failed')
      return html`<div class="part">
        ${problemView(this.#host, now.problem, { texts: t, retry: () => this.#again() })}
      </div>`
    if (now.state !== 'ready') return loadingRows(t('loading'))
    const { items, next } = now.value
    if (items.length === 0) return empty
    return html`<ul class="plain work">
        ${repeat(items, ({ id }) => id, row)}
      </ul>
      ${next === null ? nothing : html`<div class="part">${moreButton(t('more'), { next, busy: loader.busy, onMore })}</div>`}`
  }

  #again(): void {
    if (this.#client) this.#read(this.#client)
  }

  #table(): unknown {
    const t = this.#t
    const { format } = this.#host
    const { now } = this.#measures
    if (now.state === 'failed') return problemView(this.#host, now.problem, { texts: t, retry: () => this.#again() })
    if (now.state !== 'ready') return loadingRows(t('loading'))
    if (now.value.length === 0) return html`<p class="muted">${t('noMeasures')}</p>`
    return html`<table>
      <thead>
        <tr>
          <th scope="col">${t('reason')}</th>
          <th scope="col" class="num">${t('closed')}</th>
          <th scope="col" class="num">${t('inappropriate')}</th>
        </tr>
      </thead>
      <tbody>
        ${now.value.map(
          ({ code, closed, inappropriate }) =>
            html`<tr>
              <th scope="row">${t(`code_${code}`)}</th>
              <td class="num">${format.number(closed)}</td>
              <td class="num">${format.number(inappropriate)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`
  }

  render(level: number, _retry: () => void): TemplateResult {
    const t = this.#t
    const { problem } = this.#acting
    const noFacts = html`<div class="empty tight">
      <p><b>${t('noFacts')}</b></p>
      <p class="muted">${t('noFactsText')}</p>
    </div>`
    return html`<section aria-labelledby="monitor-heading">
        <div class="part">
          <div class="tight">
            <h3 id="monitor-heading" tabindex="-1" aria-level=${level}>${t('heading')}</h3>
            <p class="small muted">${t('hint')}</p>
          </div>
          ${problem ? problemView(this.#host, problem, { texts: t }) : nothing}
          ${
            this.#isAdding
              ? this.#form.render({ leave: () => this.#add(false), send: (fact) => void this.#send(fact) })
              : html`<div>
                  <button class="btn small primary" type="button" @click=${() => this.#add(true)}>${t('add')}</button>
                </div>`
          }
        </div>
        ${this.#list(this.#facts, (fact) => this.#fact(fact), {
          empty: noFacts,
          onMore: () => {
            this.#pages += 1
            this.#again()
          },
        })}
      </section>
      <section aria-labelledby="suppressions-heading">
        <div class="part">
          <h3 id="suppressions-heading" tabindex="-1" aria-level=${level}>${t('suppressions')}</h3>
        </div>
        ${this.#list(this.#suppressions, (one) => this.#suppression(one), {
          empty: html`<div class="part"><p class="muted">${t('noSuppressions')}</p></div>`,
          onMore: () => {
            this.#suppressionPages += 1
            this.#again()
          },
        })}
      </section>
      <section aria-labelledby="measures-heading">
        <div class="part">
          <div class="tight">
            <h3 id="measures-heading" aria-level=${level}>${t('measures')}</h3>
            <p class="small muted">${t('measuresHint')}</p>
          </div>
          ${this.#table()}
        </div>
      </section>`
  }
}

/** `name` says of which entry, for who does not see the row. */
const smallButton = (text: string, name: string, press: () => void): TemplateResult =>
  html`<button class="btn small" type="button" aria-label=${name} @click=${press}>${text}</button>`
