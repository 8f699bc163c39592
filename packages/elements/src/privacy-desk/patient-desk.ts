import { html, nothing, type TemplateResult } from 'lit'
import type { Pages, PatientSummary, VisitClient } from '@visitkit/sdk'
import { reloadPages } from '../chart/reload-pages.ts'
import { moveFocus } from '../core/focus.ts'
import { Loader } from '../core/loader.ts'
import { PatientSearch } from '../core/patient-search.ts'
import type { ProblemTexts } from '../core/problem-text.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { deskRows, type DeskPage } from './desk-views.ts'

type Word = 'heading' | 'hint' | 'patient' | 'another' | 'loading' | 'empty' | 'emptyText' | 'more'

interface PatientDeskOptions<Item> {
  /** In ids: `disclosure` makes `disclosures-heading`. */
  readonly name: 'disclosure' | 'proceeding'
  readonly texts: ProblemTexts & ((word: Word) => string)
  readonly list: (client: VisitClient, patientId: string, signal: AbortSignal) => Pages<Item>
  /** Another patient was chosen, or none: what was being written is left. */
  readonly left: () => void
  /** Patients who cannot be chosen. */
  readonly isRefused?: (patient: PatientSummary) => boolean
}

interface DeskViews<Item> {
  /** Between the name of the patient and the list. */
  readonly actions: () => unknown
  readonly row: (item: Item) => TemplateResult
}

/** A part of the desk that is about one patient: the search for them, and the list of what there is about them. */
export class PatientDesk<Item extends { readonly id: string }> {
  readonly #host: VisitElement
  readonly #options: PatientDeskOptions<Item>
  readonly #list: Loader<DeskPage<Item>>
  readonly #search: PatientSearch
  #client: VisitClient | null = null
  #patient: PatientSummary | null = null
  #pages = 1

  constructor(host: VisitElement, options: PatientDeskOptions<Item>) {
    const { isRefused } = options
    this.#host = host
    this.#options = options
    this.#list = new Loader(host)
    this.#search = new PatientSearch(host, {
      find: (by, signal) => this.#client?.patients.search(by, { limit: 20 }, { signal }).page(),
      picked: (patient) => this.choose(patient),
      ...(isRefused && { isRefused }),
    })
  }

  /** Null until both are there. */
  get open(): { readonly client: VisitClient; readonly patientId: string } | null {
    return this.#client && this.#patient ? { client: this.#client, patientId: this.#patient.id } : null
  }

  get items(): readonly Item[] {
    return this.#list.value?.items ?? []
  }

  start(client: VisitClient): void {
    this.#client = client
    this.read()
  }

  reset(): void {
    this.#list.reset()
    this.#search.clear()
    this.#client = this.#patient = null
    this.#pages = 1
  }

  choose(patient: PatientSummary | null): void {
    this.#patient = patient
    this.#pages = 1
    this.#list.reset()
    this.#search.clear()
    this.#options.left()
    this.#host.requestUpdate()
    this.read()
    if (patient) this.focus()
    else void moveFocus(this.#host, `#${this.#options.name}-patient`)
  }

  /** Moves the focus to the name of the patient. */
  focus(): void {
    void moveFocus(this.#host, `#${this.#options.name}s-patient`)
  }

  read(): void {
    const { open } = this
    if (!open) return
    void this.#list.run((signal) => reloadPages(this.#options.list(open.client, open.patientId, signal), this.#pages), {
      quietly: true,
    })
  }

  render(level: number, views: DeskViews<Item>): TemplateResult {
    const { name, texts: t } = this.#options
    return html`<section aria-labelledby="${name}s-heading">
      <div class="part">
        <div class="tight">
          <h3 id="${name}s-heading" aria-level=${level}>${t('heading')}</h3>
          <p class="small muted">${t('hint')}</p>
        </div>
        ${
          this.#patient
            ? nothing
            : this.#search.render({
                id: `${name}-patient`,
                label: t('patient'),
                option: ({ displayName, age }) =>
                  html`<b dir="auto">${displayName}</b>
                    <span class="small muted">${this.#host.core('patientAge', { count: age })}</span>`,
              })
        }
      </div>
      ${this.#patient ? this.#ofPatient(this.#patient, level, views) : nothing}
    </section>`
  }

  #ofPatient(patient: PatientSummary, level: number, { actions, row }: DeskViews<Item>): TemplateResult {
    const { name, texts: t } = this.#options
    return html`<div class="part">
        <h4 id="${name}s-patient" tabindex="-1" dir="auto" aria-level=${level + 1}>${patient.displayName}</h4>
        ${actions()}
      </div>
      ${deskRows(this.#host, this.#list, {
        texts: t,
        words: { loading: t('loading'), empty: t('empty'), emptyText: t('emptyText'), more: t('more') },
        retry: () => this.read(),
        row,
        isReading: this.#list.busy,
        onMore: () => {
          this.#pages += 1
          this.read()
        },
      })}`
  }
}
