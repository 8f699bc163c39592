import { html, nothing, type TemplateResult } from 'lit'
import type { Disclosure, PatientSummary, VisitClient } from '@visitkit/sdk'
import { reloadPages } from '../chart/reload-pages.ts'
import { moveFocus } from '../core/focus.ts'
import { Loader } from '../core/loader.ts'
import { PatientSearch } from '../core/patient-search.ts'
import { problemView } from '../core/problem-view.ts'
import { saveFile } from '../core/save-file.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { DeskPart } from './desk-part.ts'
import { deskRows, type DeskPage } from './desk-views.ts'
import { disclosureFacts } from './disclosure-facts.ts'
import {
  DisclosureForm,
  maySuspend,
  type DisclosuresTranslate,
  type FilledForm,
  type FormKind,
} from './disclosure-form.ts'
import { deskDisclosuresMessages } from './desk-disclosures.messages.ts'

const pageSize = 50

/** What left the clinic outside the server, of one patient: recorded, corrected, and held back. */
export class DisclosuresPart implements DeskPart {
  readonly #host: VisitElement
  readonly #t: DisclosuresTranslate
  readonly #list: Loader<DeskPage<Disclosure>>
  readonly #acting: Loader<true>
  readonly #search: PatientSearch
  readonly #form: DisclosureForm
  #client: VisitClient | null = null
  #patient: PatientSummary | null = null
  #pages = 1
  #writing: { readonly kind: FormKind; readonly of: Disclosure | null } | null = null

  constructor(host: VisitElement) {
    this.#host = host
    this.#t = host.language.bundle(deskDisclosuresMessages)
    this.#list = new Loader(host)
    this.#acting = new Loader(host)
    this.#form = new DisclosureForm(host, this.#t)
    this.#search = new PatientSearch(host, {
      find: (by, signal) => this.#client?.patients.search(by, { limit: 20 }, { signal }).page(),
      picked: (patient) => this.#choose(patient),
      isRefused: ({ replacedBy }) => replacedBy !== undefined,
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
    this.#client = this.#patient = this.#writing = null
    this.#pages = 1
  }

  #choose(patient: PatientSummary | null): void {
    this.#patient = patient
    this.#pages = 1
    this.#writing = null
    this.#list.reset()
    this.#acting.reset()
    this.#search.clear()
    this.#host.requestUpdate()
    if (patient) this.#read()
    void moveFocus(this.#host, patient ? '#disclosures-patient' : '#disclosure-patient')
  }

  #read(): void {
    const [client, patient] = [this.#client, this.#patient]
    if (!client || !patient) return
    void this.#list.run(
      (signal) =>
        reloadPages(client.disclosures.list({ patientId: patient.id, limit: pageSize }, { signal }), this.#pages),
      { quietly: true },
    )
  }

  #write(kind: FormKind, of: Disclosure | null): void {
    this.#writing = { kind, of }
    this.#acting.reset()
    this.#form.begin(kind, of)
    this.#host.requestUpdate()
    void moveFocus(this.#host, kind === 'suspend' ? '#disclosure-until' : '#disclosure-on')
  }

  #leave(): void {
    this.#writing = null
    this.#acting.reset()
    this.#host.requestUpdate()
    void moveFocus(this.#host, '#disclosures-patient')
  }

  /** One change; what it says afterwards is announced. */
  async #act(said: string, work: (client: VisitClient, patientId: string) => Promise<unknown>): Promise<boolean> {
    const [client, patient] = [this.#client, this.#patient]
    if (!client || !patient || this.#acting.busy) return false
    const done = await this.#acting.run(async () => {
      await work(client, patient.id)
      return true as const
    })
    this.#read()
    if (done) this.#host.announce(said)
    return done === true
  }

  async #send({ facts, suspension, reason, isInError }: FilledForm): Promise<void> {
    const t = this.#t
    const { kind = 'record', of = null } = this.#writing ?? {}
    // After a conflict the list was read again: the person has seen what a colleague changed.
    const version = this.#list.value?.items.find(({ id }) => id === of?.id)?.version ?? of?.version ?? 1
    const said = ({ record: 'recorded', correct: 'corrected', suspend: 'suspended' } as const)[kind]
    const isDone = await this.#act(t(said), async ({ disclosures }, patientId) => {
      if (of && kind === 'suspend' && suspension) await disclosures.suspend(of.id, { ...suspension, version })
      else if (of && facts) await disclosures.correct(of.id, { ...facts, isInError, reason, version })
      else if (facts) await disclosures.record({ patientId, ...facts, ...(suspension && { suspension }) })
    })
    if (isDone) this.#leave()
  }

  #print = (): void => {
    const language = this.#host.format.tag.split('-')[0] ?? 'en'
    void this.#act(this.#t('pdfMade'), async ({ disclosures }, patientId) => {
      const file = await disclosures.accountingPdf({ patientId, language }, { timeoutMs: 60_000 })
      saveFile(file, `${this.#t('fileName')}.pdf`)
    })
  }

  #formView(): TemplateResult {
    return this.#form.render({ leave: () => this.#leave(), send: (filled) => void this.#send(filled) })
  }

  #item(one: Disclosure): TemplateResult {
    const t = this.#t
    const { name } = one.recipient
    const isWritten = this.#writing?.of?.id === one.id
    return html`<li>
      ${disclosureFacts(t, this.#host.format, one)}
      ${
        isWritten
          ? html`${this.#fault} ${this.#formView()}`
          : html`<div class="row wrap">
              <button
                class="btn small"
                type="button"
                aria-label=${t('correctName', { name })}
                @click=${() => this.#write('correct', one)}
              >
                ${t('correct')}
              </button>
              ${
                maySuspend(one.purpose) && !one.isInError
                  ? html`<button
                      class="btn small"
                      type="button"
                      aria-label=${t('suspendName', { name })}
                      @click=${() => this.#write('suspend', one)}
                    >
                      ${t('suspend')}
                    </button>`
                  : nothing
              }
            </div>`
      }
    </li>`
  }

  get #fault(): unknown {
    const { problem } = this.#acting
    return problem ? problemView(this.#host, problem, { texts: this.#t }) : nothing
  }

  #ofPatient(patient: PatientSummary, level: number): TemplateResult {
    const t = this.#t
    const isRecording = this.#writing?.kind === 'record'
    return html`<div class="part">
        <h4 id="disclosures-patient" tabindex="-1" dir="auto" aria-level=${level + 1}>${patient.displayName}</h4>
        ${this.#writing?.of ? nothing : this.#fault}
        ${
          isRecording
            ? this.#formView()
            : html`<div class="row wrap">
                <button class="btn small primary" type="button" @click=${() => this.#write('record', null)}>
                  ${t('record')}
                </button>
                <button class="btn small" type="button" @click=${this.#print}>${t('pdf')}</button>
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
    return html`<section aria-labelledby="disclosures-heading">
      <div class="part">
        <div class="tight">
          <h3 id="disclosures-heading" aria-level=${level}>${t('heading')}</h3>
          <p class="small muted">${t('hint')}</p>
        </div>
        ${
          this.#patient
            ? nothing
            : this.#search.render({
                id: 'disclosure-patient',
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
