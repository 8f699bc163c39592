import { html, nothing, type TemplateResult } from 'lit'
import type { PatientSummary, RecordRequest, VisitClient } from '@visitkit/sdk'
import { reloadPages } from '../chart/reload-pages.ts'
import { moveFocus } from '../core/focus.ts'
import { Loader } from '../core/loader.ts'
import { PatientSearch } from '../core/patient-search.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { dayText } from './case-facts.ts'
import type { DeskPart } from './desk-part.ts'
import { deskRows, type DeskPage } from './desk-views.ts'
import { ProceedingForm, type FilledRequest, type ProceedingsTranslate } from './proceeding-form.ts'
import { proceedingsMessages } from './proceedings.messages.ts'

const pageSize = 50

/** Requests for the record of one patient in legal proceedings, and what 42 CFR part 2 says to each. */
export class ProceedingsPart implements DeskPart {
  readonly #host: VisitElement
  readonly #t: ProceedingsTranslate
  readonly #list: Loader<DeskPage<RecordRequest>>
  readonly #acting: Loader<RecordRequest>
  readonly #search: PatientSearch
  readonly #form: ProceedingForm
  #client: VisitClient | null = null
  #patient: PatientSummary | null = null
  #pages = 1
  #isWriting = false

  constructor(host: VisitElement) {
    this.#host = host
    this.#t = host.language.bundle(proceedingsMessages)
    this.#list = new Loader(host)
    this.#acting = new Loader(host)
    this.#form = new ProceedingForm(host, this.#t)
    this.#search = new PatientSearch(host, {
      find: (by, signal) => this.#client?.patients.search(by, { limit: 20 }, { signal }).page(),
      picked: (patient) => this.#choose(patient),
    })
  }

  open(client: VisitClient): void {
    this.#client = client
    if (this.#patient) this.#read()
  }

  reset(): void {
    this.#list.reset()
    this.#acting.reset()
    this.#search.clear()
    this.#client = this.#patient = null
    this.#isWriting = false
    this.#pages = 1
  }

  #choose(patient: PatientSummary | null): void {
    this.#patient = patient
    this.#pages = 1
    this.#isWriting = false
    this.#list.reset()
    this.#acting.reset()
    this.#search.clear()
    this.#host.requestUpdate()
    if (patient) this.#read()
    void moveFocus(this.#host, patient ? '#proceedings-patient' : '#proceeding-patient')
  }

  #read(): void {
    const [client, patient] = [this.#client, this.#patient]
    if (!client || !patient) return
    void this.#list.run(
      (signal) =>
        reloadPages(client.recordRequests.list({ patientId: patient.id, limit: pageSize }, { signal }), this.#pages),
      { quietly: true },
    )
  }

  #write(isWriting: boolean): void {
    this.#isWriting = isWriting
    this.#acting.reset()
    this.#form.begin()
    this.#host.requestUpdate()
    void moveFocus(this.#host, isWriting ? '#proceeding-receivedOn' : '#proceedings-patient')
  }

  /** The decision is the first thing that is read afterwards. */
  async #decide(filled: FilledRequest): Promise<void> {
    const [client, patient] = [this.#client, this.#patient]
    if (!client || !patient || this.#acting.busy) return
    const decided = await this.#acting.run(() => client.recordRequests.decide({ patientId: patient.id, ...filled }))
    if (!decided) return
    this.#write(false)
    this.#read()
    this.#host.announce(`${this.#t(`decision_${decided.decision}`)}. ${this.#t(`ground_${decided.ground}`)}`)
  }

  #item(one: RecordRequest): TemplateResult {
    const t = this.#t
    const { format } = this.#host
    const isRefused = one.decision === 'refused'
    return html`<li class="tight">
      <p class="row wrap">
        <b dir="auto">${one.requester.name}</b>
        <span class="chip ${isRefused ? 'bad' : 'ok'}">${t(`decision_${one.decision}`)}</span>
      </p>
      <p>${t(`ground_${one.ground}`)}</p>
      <p class="small">
        ${format.list([t(`proceeding_${one.proceeding}`), t(`basis_${one.basis}`), t('came', { date: dayText(format, one.receivedOn) })])}
      </p>
      <p class="text" dir="auto">${one.what}</p>
      ${one.requester.address ? html`<p class="small text" dir="auto">${one.requester.address}</p>` : nothing}
      ${isRefused ? nothing : html`<p class="small">${t('record')}</p>`}
      <p class="small muted">
        ${t('decidedBy', { name: one.decidedBy ?? t('formerColleague'), date: format.date(one.decidedAt) })}
      </p>
    </li>`
  }

  #ofPatient(patient: PatientSummary, level: number): TemplateResult {
    const t = this.#t
    const { problem } = this.#acting
    return html`<div class="part">
        <h4 id="proceedings-patient" tabindex="-1" dir="auto" aria-level=${level + 1}>${patient.displayName}</h4>
        ${problem ? problemView(this.#host, problem, { texts: t }) : nothing}
        ${
          this.#isWriting
            ? this.#form.render({
                busy: this.#acting.busy,
                leave: () => this.#write(false),
                send: (filled) => void this.#decide(filled),
              })
            : html`<div class="row wrap">
                <button class="btn small primary" type="button" @click=${() => this.#write(true)}>${t('add')}</button>
                <button class="btn small" type="button" @click=${() => this.#choose(null)}>${t('another')}</button>
              </div>`
        }
      </div>
      ${deskRows(this.#host, this.#list, {
        texts: t,
        words: { loading: t('loading'), empty: t('empty'), emptyText: t('emptyText'), more: t('more') },
        retry: () => this.#read(),
        row: (one) => this.#item(one),
        isReading: this.#list.busy,
        onMore: () => {
          this.#pages += 1
          this.#read()
        },
      })}`
  }

  render(level: number, _retry: () => void): TemplateResult {
    const t = this.#t
    return html`<section aria-labelledby="proceedings-heading">
      <div class="part">
        <div class="tight">
          <h3 id="proceedings-heading" aria-level=${level}>${t('heading')}</h3>
          <p class="small muted">${t('hint')}</p>
        </div>
        ${
          this.#patient
            ? nothing
            : this.#search.render({
                id: 'proceeding-patient',
                label: t('patient'),
                option: ({ displayName, age }) =>
                  html`<b dir="auto">${displayName}</b>
                    <span class="small muted">${this.#host.core('patientAge', { count: age })}</span>`,
              })
        }
      </div>
      ${this.#patient ? this.#ofPatient(this.#patient, level) : nothing}
    </section>`
  }
}
