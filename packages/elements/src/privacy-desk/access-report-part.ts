import { html, nothing, type TemplateResult } from 'lit'
import type { AccessReportField, AccessReportRow, ListAccessReportQuery, VisitClient } from '@visitkit/sdk'
import { auditLogMessages } from '../audit-log/audit-log.messages.ts'
import { moveFocus } from '../core/focus.ts'
import { addDays, startOfDay } from '../core/format.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import { saveFile } from '../core/save-file.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { accessReportMessages } from './access-report.messages.ts'
import type { DeskPart } from './desk-part.ts'
import { deskRows, type DeskPage } from './desk-views.ts'
import { reportFields, valueText, type FilteredField, type ReportTexts } from './report-fields.ts'
import { ReportFilter, type ChosenFilter } from './report-filter.ts'
import { reportRow } from './report-rows.ts'

const pageSize = 50
type Order = 'ascending' | 'descending'
const orders = ['descending', 'ascending'] as const

/** Every row of the ledger: any period, filtered and sorted by every field, on the screen and as a PDF. Read only on request. */
export class AccessReportPart implements DeskPart {
  readonly #host: VisitElement
  readonly #log
  readonly #t
  readonly #list: Loader<DeskPage<AccessReportRow>>
  readonly #more: Loader<true>
  readonly #printing: Loader<true>
  readonly #filter: ReportFilter
  #client: VisitClient | null = null
  #from = ''
  #to = ''
  #filters: readonly ChosenFilter[] = []
  #sort: AccessReportField = 'at'
  #order: Order = 'descending'

  constructor(host: VisitElement) {
    this.#host = host
    this.#t = host.language.bundle(accessReportMessages)
    this.#log = host.language.bundle(auditLogMessages)
    this.#list = new Loader(host)
    this.#more = new Loader(host)
    this.#printing = new Loader(host)
    this.#filter = new ReportFilter(
      host,
      () => this.#texts,
      (chosen) => this.#change(() => this.#keep(chosen)),
    )
  }

  get #texts(): ReportTexts {
    return { t: this.#t, log: this.#log, format: this.#host.format }
  }

  open(client: VisitClient, _: AbortSignal, permissions: readonly string[]): void {
    this.#client = client
    this.#filter.open(client, permissions)
  }

  reset(): void {
    for (const loader of [this.#list, this.#more, this.#printing]) loader.reset()
    this.#filter.reset()
    this.#client = null
    this.#from = this.#to = ''
    this.#filters = []
    this.#sort = 'at'
    this.#order = 'descending'
  }

  #keep(chosen: ChosenFilter): void {
    this.#filters = [...this.#filters.filter(({ field }) => field !== chosen.field), chosen]
  }

  /** A report that is shown follows what is chosen. Before it is asked for, nothing is read. */
  #change(change: () => void): void {
    change()
    this.#host.requestUpdate()
    if (this.#list.now.state !== 'idle') this.#read()
  }

  get #query(): ListAccessReportQuery {
    const { zone } = this.#host.format
    return {
      ...(this.#from !== '' && { from: startOfDay(this.#from, zone) }),
      ...(this.#to !== '' && { to: startOfDay(addDays(this.#to, 1), zone) }),
      ...Object.fromEntries(this.#filters.map(({ field, value }) => [field, value])),
      sort: this.#sort,
      order: this.#order,
    }
  }

  #read(): void {
    const client = this.#client
    if (!client) return
    void this.#list.run(async (signal) => {
      const page = await client.accesses.report({ ...this.#query, limit: pageSize }, { signal }).page()
      this.#host.announce(this.#t('shown', { count: page.items.length }))
      return { items: page.items, next: page.nextCursor }
    })
  }

  #showMore = (): void => {
    const [client, shown] = [this.#client, this.#list.value]
    if (!client || !shown?.next || this.#more.busy) return
    const cursor = shown.next
    void this.#more.run(async (signal) => {
      const page = await client.accesses.report({ ...this.#query, limit: pageSize }, { signal }).page(cursor)
      this.#list.set({ items: [...shown.items, ...page.items], next: page.nextCursor })
      return true
    })
  }

  #print = (): void => {
    const client = this.#client
    if (!client || this.#printing.busy) return
    const language = this.#host.format.tag.split('-')[0] ?? 'en'
    void this.#printing.run(async () => {
      const file = await client.accesses.reportPdf({ ...this.#query, language }, { timeoutMs: 60_000 })
      saveFile(file, `${this.#t('fileName')}.pdf`)
      this.#host.announce(this.#t('pdfMade'))
      return true as const
    })
  }

  #day(name: 'from' | 'to', value: string, take: (day: string) => void): TemplateResult {
    const t = this.#t
    return html`<div class="field">
      <label for="report-${name}">${t(name)}</label>
      ${name === 'to' ? html`<p class="hint" id="report-to-hint">${t('toHint')}</p>` : nothing}
      <input
        id="report-${name}"
        type="date"
        aria-describedby=${name === 'to' ? 'report-to-hint' : nothing}
        .value=${value}
        @change=${(event: Event) => this.#change(() => take((event.target as HTMLInputElement).value))}
      />
    </div>`
  }

  #sorting(): TemplateResult {
    const t = this.#t
    return html`<div class="field">
        <label for="report-sort">${t('sort')}</label>
        <select
          id="report-sort"
          @change=${(event: Event) => {
            const { value } = event.target as HTMLSelectElement
            this.#change(() => (this.#sort = reportFields.find((field) => field === value) ?? 'at'))
          }}
        >
          ${reportFields.map(
            (field) => html`<option value=${field} ?selected=${field === this.#sort}>${t(`field_${field}`)}</option>`,
          )}
        </select>
      </div>
      <div class="field">
        <label for="report-order">${t('order')}</label>
        <select
          id="report-order"
          @change=${(event: Event) => {
            const { value } = event.target as HTMLSelectElement
            this.#change(() => (this.#order = orders.find((order) => order === value) ?? 'descending'))
          }}
        >
          ${orders.map((order) => html`<option value=${order} ?selected=${order === this.#order}>${t(`order_${order}`)}</option>`)}
        </select>
      </div>`
  }

  #chosen(): unknown {
    const t = this.#t
    if (this.#filters.length === 0) return nothing
    return html`<ul class="plain row wrap" aria-label=${t('filters')}>
      ${this.#filters.map(
        ({ field, text }) =>
          html`<li class="row chip">
            <bdi>${t('chosen', { field: t(`field_${field}`), value: text })}</bdi>
            <button
              class="btn small"
              type="button"
              aria-label=${t('dropName', { field: t(`field_${field}`) })}
              @click=${() => {
                this.#change(() => (this.#filters = this.#filters.filter((one) => one.field !== field)))
                void moveFocus(this.#host, '#report-field')
              }}
            >
              ${t('drop')}
            </button>
          </li>`,
      )}
    </ul>`
  }

  #only(field: FilteredField, value: string, { actor }: AccessReportRow): void {
    const text = field === 'actorId' ? (actor.displayName ?? value) : valueText(this.#texts, field, value)
    this.#change(() => this.#keep({ field, value, text }))
    void moveFocus(this.#host, '#report-heading')
  }

  render(level: number, _retry: () => void): TemplateResult {
    const t = this.#t
    const { problem } = this.#printing
    return html`<section aria-labelledby="report-heading">
      <div class="part">
        <div class="tight">
          <h3 id="report-heading" tabindex="-1" aria-level=${level}>${t('heading')}</h3>
          <p class="small muted">${t('hint')}</p>
        </div>
        <div class="choices">
          ${this.#day('from', this.#from, (day) => (this.#from = day))}
          ${this.#day('to', this.#to, (day) => (this.#to = day))} ${this.#sorting()}
        </div>
        ${this.#filter.render()} ${this.#chosen()} ${problem ? problemView(this.#host, problem, { texts: t }) : nothing}
        <div class="row wrap">
          <button class="btn small primary" type="button" @click=${() => this.#read()}>${t('show')}</button>
          <button
            class="btn small"
            type="button"
            aria-busy=${this.#printing.busy ? 'true' : 'false'}
            @click=${this.#print}
          >
            ${t('pdf')}
          </button>
        </div>
      </div>
      ${
        this.#list.now.state === 'idle'
          ? nothing
          : deskRows(this.#host, this.#list, {
              texts: t,
              words: { loading: t('loading'), empty: t('empty'), emptyText: t('emptyText'), more: t('more') },
              retry: () => this.#read(),
              row: (row) => reportRow(this.#texts, row, (field, value, of) => this.#only(field, value, of)),
              isReading: this.#more.busy,
              onMore: this.#showMore,
            })
      }
    </section>`
  }
}
