import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { Medication, ReportedMedication, VisitClient } from '@visitkit/sdk'
import { ChartPart } from '../chart/chart-part.ts'
import { moveFocus } from '../core/focus.ts'
import { IdempotencyKeys } from '../core/idempotency-keys.ts'
import { Loader } from '../core/loader.ts'
import type { Problem } from '../core/problem.ts'
import { problemView } from '../core/problem-view.ts'
import { SearchBox } from '../core/search-box.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { reportedMedicineForm, type ReportedDraft, type ReportedMedicinesTranslate } from './reported-medicine-form.ts'
import { reportedMedicinesMessages } from './reported-medicines.messages.ts'

const heading = 'reported-medicines'

/**
 * What a patient takes that was not prescribed here, with its actions, in the record of the patient and in the chart. A clinician can select
 * the medication. Needs `fieldStyles` and, for clinicians, `searchBoxStyles`.
 */
export class ReportedMedicinesPart {
  readonly #host: VisitElement
  readonly #t: ReportedMedicinesTranslate
  readonly #reader: 'patient' | 'clinician'
  readonly #list: ChartPart<readonly ReportedMedication[]>
  readonly #acting: Loader<unknown>
  readonly #keys = new IdempotencyKeys()
  readonly #medications: SearchBox<Medication> | null
  #client: VisitClient | null = null
  #patientId = ''
  #draft: ReportedDraft | null = null
  #showsFault = false

  constructor(host: VisitElement, reader: 'patient' | 'clinician') {
    this.#host = host
    this.#t = host.language.bundle(reportedMedicinesMessages)
    this.#reader = reader
    this.#list = new ChartPart(host)
    this.#acting = new Loader(host)
    this.#medications = reader === 'patient' ? null : this.#search()
  }

  #search(): SearchBox<Medication> {
    return new SearchBox<Medication>(this.#host, {
      find: async (search, signal) =>
        (await this.#client?.medications.search({ search, limit: 10 }, { signal }))?.items ?? [],
      picked: ({ rxcui, name }) => {
        if (this.#draft) this.#draft = { ...this.#draft, name: name.slice(0, 120), rxcui }
        void moveFocus(this.#host, '#reported-directions')
      },
    })
  }

  /** Whether it has been read, or could not be. */
  get isRead(): boolean {
    return this.#list.isRead
  }

  get problem(): Problem | undefined {
    return this.#list.problem
  }

  reset(): void {
    this.#list.reset()
    this.#turn(null)
    this.#keys.done()
    this.#client = null
  }

  follow(client: VisitClient, patientId: string, signal: AbortSignal): void {
    this.reset()
    this.#client = client
    this.#patientId = patientId
    this.#list.follow(
      client,
      patientId,
      ['reported-medication.changed'],
      async (context) => (await client.reportedMedications.ofPatient(patientId, context)).items,
      signal,
    )
  }

  #turn(draft: ReportedDraft | null): void {
    this.#draft = draft
    this.#showsFault = false
    this.#acting.reset()
    this.#medications?.clear()
    this.#host.requestUpdate()
  }

  async #open(of: ReportedMedication | null): Promise<void> {
    const { medication, directions = '' } = of ?? {}
    this.#turn({ of, name: medication?.name ?? '', rxcui: medication?.rxcui ?? null, directions })
    await moveFocus(this.#host, this.#medications && !of ? '#reported-search' : '#reported-name')
  }

  async #close(): Promise<void> {
    this.#turn(null)
    await moveFocus(this.#host, `#${heading}`)
  }

  /** Runs one action, and shows a problem at its place. */
  async #act(work: (client: VisitClient) => Promise<unknown>): Promise<boolean> {
    const client = this.#client
    if (!client || this.#acting.busy) return false
    const done = await this.#acting.run(() => work(client))
    this.#list.refresh()
    if (done === undefined) return false
    this.#host.announce(this.#t('saved'))
    return true
  }

  /** What was written stays until it is saved. */
  async #actAndClose(work: (client: VisitClient) => Promise<unknown>): Promise<void> {
    if (!(await this.#act(work))) return
    this.#keys.done()
    await this.#close()
  }

  async #save(): Promise<void> {
    const draft = this.#draft
    if (!draft) return
    const [name, directions] = [draft.name.trim(), draft.directions.trim()]
    this.#showsFault = name === ''
    this.#host.requestUpdate()
    if (name === '') return moveFocus(this.#host, '#reported-name')
    const body = {
      medication: { name, ...(draft.rxcui && { rxcui: draft.rxcui }) },
      ...(directions && { directions }),
    }
    const patientId = this.#patientId
    const { of } = draft
    if (of === null)
      return this.#actAndClose((client) => client.reportedMedications.add(patientId, body, this.#keys.for('add', body)))
    // Only after the person has seen that another screen changed it, the next save is based on what is kept now.
    const isSeen = this.#acting.problem?.code === 'version_conflict'
    const kept = isSeen ? this.#list.value?.find((each) => each.id === of.id) : undefined
    const { id, status, version } = kept ?? of
    return this.#actAndClose((client) => client.reportedMedications.change(patientId, id, { ...body, status, version }))
  }

  /** A form that is open stays open. */
  async #mark(
    { id, medication, directions, version }: ReportedMedication,
    status: ReportedMedication['status'],
  ): Promise<void> {
    const body = { medication, ...(directions && { directions }), status, version }
    if (await this.#act((client) => client.reportedMedications.change(this.#patientId, id, body)))
      await moveFocus(this.#host, `#${heading}`)
  }

  #about({ medication, directions, reportedBy, reportedAt, endedAt, status }: ReportedMedication): TemplateResult {
    const [t, { format }] = [this.#t, this.#host]
    const facts = [
      t('since', { date: format.date(reportedAt) }),
      ...(this.#reader === 'clinician' ? [t(`by_${reportedBy}`)] : []),
      ...(status === 'stopped' && endedAt ? [t('until', { date: format.date(endedAt) })] : []),
      ...(status === 'entered-in-error' ? [t('pastError')] : []),
    ]
    return html`<b dir="auto">${medication.name}</b>
      ${directions ? html`<span class="small" dir="auto">${directions}</span>` : nothing}
      <span class="small muted">${format.list(facts)}</span>
      ${this.#reader === 'clinician' && medication.rxcui ? html`<span class="small muted">${t('coded')}</span>` : nothing}`
  }

  #entry(item: ReportedMedication): TemplateResult {
    const t = this.#t
    if (this.#draft?.of?.id === item.id) return html`<li>${this.#form(this.#draft)}</li>`
    const button = (text: 'edit' | 'stop' | 'inError', act: () => void): TemplateResult =>
      html`<button class="btn small" type="button" @click=${act}>${t(text)}</button>`
    return html`<li class="tight">
      ${this.#about(item)}
      <details class="small">
        <summary aria-label=${t('changeName', { name: item.medication.name })}>${t('change')}</summary>
        <div class="row wrap">
          ${button('edit', () => void this.#open(item))} ${button('stop', () => void this.#mark(item, 'stopped'))}
          ${button('inError', () => void this.#mark(item, 'entered-in-error'))}
        </div>
      </details>
    </li>`
  }

  #past(items: readonly ReportedMedication[]): unknown {
    const t = this.#t
    if (items.length === 0) return nothing
    return html`<details>
      <summary class="small">${t('past')}</summary>
      <ul class="lined rows">
        ${repeat(
          items,
          ({ id }) => id,
          (item) =>
            html`<li class="tight">
              ${this.#about(item)}
              <div>
                <button
                  class="btn small"
                  type="button"
                  aria-label=${t('againName', { name: item.medication.name })}
                  @click=${() => void this.#mark(item, 'active')}
                >
                  ${t('again')}
                </button>
              </div>
            </li>`,
        )}
      </ul>
    </details>`
  }

  #problem(): unknown {
    const { problem } = this.#acting
    return problem ? problemView(this.#host, problem, { texts: this.#t }) : nothing
  }

  #form(draft: ReportedDraft): TemplateResult {
    return reportedMedicineForm({
      t: this.#t,
      draft,
      medications: this.#medications,
      showsFault: this.#showsFault,
      busy: this.#acting.busy,
      problem: this.#problem(),
      onChange: (changed) => {
        this.#draft = changed
        this.#host.requestUpdate()
      },
      onSave: () => void this.#save(),
      onClose: () => void this.#close(),
    })
  }

  #content(items: readonly ReportedMedication[]): unknown {
    const t = this.#t
    const active = items.filter(({ status }) => status === 'active')
    // What another person has ended in the meantime is no longer in the list.
    const isFormInList = active.some(({ id }) => id === this.#draft?.of?.id)
    return html`<p class="small muted">${t('intro')} ${this.#reader === 'patient' ? t('clinicianSees') : nothing}</p>
      ${
        active.length === 0
          ? html`<p class="muted">${t('none')}</p>`
          : html`<ul class="lined rows">
              ${repeat(
                active,
                ({ id }) => id,
                (item) => this.#entry(item),
              )}
            </ul>`
      }
      ${this.#draft === null ? this.#problem() : isFormInList ? nothing : this.#form(this.#draft)}
      ${this.#past(items.filter(({ status }) => status !== 'active'))}`
  }

  #addButton(): unknown {
    const t = this.#t
    if (this.#draft) return undefined
    return html`<button
      class="btn small"
      type="button"
      aria-label=${t('addName')}
      @click=${() => void this.#open(null)}
    >
      ${t('add')}
    </button>`
  }

  view(): TemplateResult {
    const t = this.#t
    return this.#list.render(heading, t('heading'), (items) => this.#content(items), {
      waiting: t('loading'),
      retry: () => this.#host.startAgain(),
      action: this.#addButton(),
    })
  }
}
