import { html, nothing, type TemplateResult } from 'lit'
import type { AccountedDisclosure, DisclosureAccounting, VisitClient } from '@visitkit/sdk'
import { Loader } from '../core/loader.ts'
import type { Translate } from '../core/localize.ts'
import { problemView } from '../core/problem-view.ts'
import { saveFile } from '../core/save-file.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { disclosuresEn } from './disclosures.en.ts'
import { disclosuresMessages } from './disclosures.messages.ts'
import type { PrivacyPage } from './privacy-part.ts'

const years = ['1', '3', '6'] as const
type Years = (typeof years)[number]

/** The earliest day of as many years; without one for the longest time, whose first day the server knows. */
const firstDay = (count: Years, today: string): { from?: string } => {
  if (count === '6') return {}
  const day = new Date(today)
  day.setUTCFullYear(day.getUTCFullYear() - Number(count))
  return { from: day.toISOString().slice(0, 10) }
}

/** The accounting of disclosures: to whom, when, what and why. */
export class DisclosuresPart implements PrivacyPage {
  readonly #host: VisitElement
  readonly #t: Translate<typeof disclosuresEn>
  readonly #list: Loader<DisclosureAccounting>
  readonly #print: Loader<true>
  #of: { readonly client: VisitClient; readonly patientId: string } | null = null
  #years: Years = '6'
  #everything = false

  constructor(host: VisitElement) {
    this.#host = host
    this.#t = host.language.bundle(disclosuresMessages)
    this.#list = new Loader(host)
    this.#print = new Loader(host)
  }

  async load(client: VisitClient, patientId: string, quietly = false): Promise<void> {
    this.#of = { client, patientId }
    await this.#list.run((signal) => client.disclosures.accounting(patientId, this.#asked, { signal }), { quietly })
  }

  reset(): void {
    this.#of = null
    this.#list.reset()
    this.#print.reset()
    this.#years = '6'
    this.#everything = false
  }

  get #asked(): { from?: string; everything?: boolean } {
    return { ...firstDay(this.#years, this.#host.format.today), ...(this.#everything && { everything: true }) }
  }

  #choose(chosen: { readonly years?: Years; readonly everything?: boolean }): void {
    this.#years = chosen.years ?? this.#years
    this.#everything = chosen.everything ?? this.#everything
    this.#print.reset()
    this.#host.requestUpdate()
    if (this.#of) void this.load(this.#of.client, this.#of.patientId, true)
  }

  #save = async (): Promise<void> => {
    const of = this.#of
    if (!of || this.#print.busy) return
    const done = await this.#print.run(async (signal) => {
      const language = this.#host.format.tag.split('-')[0] ?? 'en'
      const asked = { patientId: of.patientId, ...this.#asked, language }
      const file = await of.client.disclosures.accountingPdf(asked, { signal, timeoutMs: 60_000 })
      saveFile(file, `${this.#t('fileName')}.pdf`)
      return true as const
    })
    if (done) this.#host.announce(this.#t('pdfMade'))
  }

  #filters(): TemplateResult {
    const t = this.#t
    return html`<div class="field">
        <label for="disclosed-when">${t('when')}</label>
        <select
          id="disclosed-when"
          @change=${(event: Event) => this.#choose({ years: (event.target as HTMLSelectElement).value as Years })}
        >
          ${years.map((each) => html`<option value=${each} ?selected=${each === this.#years}>${t(`when_${each}`)}</option>`)}
        </select>
      </div>
      <label class="choice">
        <input
          type="checkbox"
          .checked=${this.#everything}
          @change=${(event: Event) => this.#choose({ everything: (event.target as HTMLInputElement).checked })}
        />
        ${t('everything')}
      </label>`
  }

  #day(date: string): string {
    return this.#host.format.at('UTC').date(`${date}T12:00:00Z`)
  }

  #item(one: AccountedDisclosure): TemplateResult {
    const t = this.#t
    const why = t(`purpose_${one.purpose}`)
    const [first, last] = [this.#day(one.firstOn), this.#day(one.lastOn)]
    return html`<li class="tight">
      <b dir="auto">${one.recipient?.name ?? t(`recipient_${one.recipientKind}`)}</b>
      ${one.recipient?.address ? html`<p class="small text-block" dir="auto">${one.recipient.address}</p>` : nothing}
      <p class="small muted">
        ${one.count === 1 ? t('once', { date: last }) : t('times', { count: one.count, first, last })}
      </p>
      <p dir="auto">${t('what', { what: one.what ?? t(`content_${one.content ?? 'unlisted'}`) })}</p>
      <p>${one.isCounted ? t('why', { why }) : t('whyNotCounted', { why })}</p>
      ${one.unconfirmed === 0 ? nothing : html`<p class="small muted">${t('unconfirmed', { count: one.unconfirmed })}</p>`}
    </li>`
  }

  #items(items: readonly AccountedDisclosure[]): TemplateResult {
    const t = this.#t
    if (items.length === 0)
      return this.#everything
        ? html`<p>${t('noneAtAll')}</p>`
        : html`<div class="tight">
            <p>${t('none')}</p>
            <p class="muted">${t('noneText')}</p>
          </div>`
    return html`<ul class="lined">
      ${items.map((one) => this.#item(one))}
    </ul>`
  }

  #result(): unknown {
    const t = this.#t
    const { now } = this.#list
    if (now.state === 'failed') return problemView(this.#host, now.problem, { texts: t, retry: () => this.#choose({}) })
    if (now.state !== 'ready')
      return html`<div class="stack" aria-busy="true">
        <p class="visually-hidden" role="status">${t('loading')}</p>
        <span class="skeleton half"></span><span class="skeleton"></span>
      </div>`
    return this.#items(now.value.items)
  }

  render(): unknown {
    const t = this.#t
    const { busy, problem, value } = this.#print
    return html`<p>${t('intro')}</p>
      ${this.#filters()} ${this.#result()} ${problem ? problemView(this.#host, problem, { texts: t }) : nothing}
      ${value ? html`<p>${t('pdfMade')}</p>` : nothing}
      <div class="row wrap">
        <button class="btn" type="button" aria-disabled=${busy ? 'true' : nothing} @click=${this.#save}>
          ${t('pdf')}
        </button>
      </div>`
  }
}
