import { html, nothing, type TemplateResult } from 'lit'
import type { Coverage, PatientSummary, Payer, VisitClient } from '@visitkit/sdk'
import { CoveragePart } from '../claim-desk/coverage-part.ts'
import { nextPayerMessages } from '../claim-desk/next-payer.messages.ts'
import { adoptStyles } from '../core/adopt-styles.ts'
import { moveFocus } from '../core/focus.ts'
import { followWatch } from '../core/follow-watch.ts'
import { IdempotencyKeys } from '../core/idempotency-keys.ts'
import { Loader } from '../core/loader.ts'
import { loadingRows } from '../core/loading-rows.ts'
import { PatientSearch } from '../core/patient-search.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { bodyOf, draftOf, faultsOf, newDraft, orders, type CoverageDraft } from './coverage-draft.ts'
import { coverageFacts, coverageTitle } from './coverage-facts.ts'
import { coverageForm, fieldIdOf } from './coverage-form.ts'
import { patientCoveragesMessages } from './patient-coverages.messages.ts'
import { patientCoveragesStyles } from './patient-coverages.styles.ts'

/** What is being written: about a coverage, or a new one. */
interface Editing {
  readonly coverageId: string | null
  readonly draft: CoverageDraft
  readonly showsFaults: boolean
}

/**
 * A patient's insurance for the front desk and the billing office: each coverage with what its payer says, entered and corrected from the
 * card. Updates live.
 */
export class PatientCoveragesPart {
  readonly #host: VisitElement
  readonly #t
  readonly #reasons
  readonly #client: VisitClient
  readonly #coverages: Loader<readonly Coverage[]>
  readonly #payers: Loader<readonly Payer[]>
  readonly #saving: Loader<Coverage>
  readonly #search: PatientSearch
  readonly #keys = new IdempotencyKeys()
  readonly #answers = new Map<string, CoveragePart>()
  #patient: PatientSummary | null = null
  #following: AbortController | null = null
  #editing: Editing | null = null

  constructor(host: VisitElement, client: VisitClient) {
    this.#host = host
    this.#t = host.language.bundle(patientCoveragesMessages)
    this.#reasons = host.language.bundle(nextPayerMessages)
    this.#client = client
    this.#coverages = new Loader(host)
    this.#payers = new Loader(host)
    this.#saving = new Loader(host)
    adoptStyles(host, [patientCoveragesStyles])
    host.language.refresh()
    this.#search = new PatientSearch(host, {
      find: (by, signal) => client.patients.search(by, { limit: 20 }, { signal }).page(),
      picked: (patient) => void this.#open(patient),
    })
  }

  clear(): void {
    this.#following?.abort()
    this.#following = this.#patient = null
    for (const part of [this.#coverages, this.#payers, ...this.#answers.values()]) part.reset()
    this.#answers.clear()
    this.#stop()
    this.#search.clear()
  }

  #stop(): void {
    this.#editing = null
    this.#saving.reset()
    this.#keys.done()
  }

  async #open(patient: PatientSummary): Promise<void> {
    this.clear()
    this.#patient = patient
    const following = new AbortController()
    this.#following = following
    const { signal } = following
    const watch = this.#client.watch(
      async (reading) => (await this.#client.coverages.ofPatient(patient.id, reading)).items,
      { on: ['coverage.changed'], ids: { patientId: patient.id }, signal },
    )
    const [items] = await Promise.all([
      this.#coverages.run(() => followWatch(watch, (changed) => this.#show(changed, signal))),
      this.#payers.run(async () => (await this.#client.payers.list({ signal })).items, { quietly: true }),
    ])
    if (!items || signal.aborted) return
    this.#show(items, signal)
    await moveFocus(this.#host, '#patient-insurance')
  }

  /** Each coverage has a part for what its payer says. */
  #show(coverages: readonly Coverage[], signal: AbortSignal): void {
    this.#coverages.set(coverages)
    for (const coverage of coverages)
      if (!this.#answers.has(coverage.id)) {
        const part = new CoveragePart(this.#host, `-${coverage.id}`)
        this.#answers.set(coverage.id, part)
        void part.open(this.#client, coverage, signal)
      }
    this.#host.language.refresh()
  }

  #edit(coverage: Coverage | null): void {
    const taken = new Set(this.#coverages.value?.filter(({ to }) => to === undefined).map(({ order }) => order))
    const { today } = this.#host.format
    this.#stop()
    this.#editing = {
      coverageId: coverage?.id ?? null,
      draft: coverage ? draftOf(coverage) : newDraft(orders.find((order) => !taken.has(order)) ?? 1, today),
      showsFaults: false,
    }
    this.#host.requestUpdate()
    void moveFocus(this.#host, '#coverage-form-heading')
  }

  #change(changed: Partial<CoverageDraft>): void {
    if (!this.#editing) return
    this.#editing = { ...this.#editing, draft: { ...this.#editing.draft, ...changed } }
    this.#host.requestUpdate()
  }

  #payerOf({ payerId }: CoverageDraft): Payer | undefined {
    return this.#payers.value?.find(({ id }) => id === payerId)
  }

  async #save(): Promise<void> {
    const [editing, patient, signal] = [this.#editing, this.#patient, this.#following?.signal]
    if (!editing || !patient || !signal || this.#saving.busy) return
    const { draft, coverageId } = editing
    const payer = this.#payerOf(draft)
    const [fault] = faultsOf(draft, payer)
    this.#editing = { ...editing, showsFaults: fault !== undefined }
    this.#host.requestUpdate()
    if (fault) return moveFocus(this.#host, `#${fieldIdOf(fault)}`)
    if (!payer) return
    const before = this.#coverages.value?.find(({ id }) => id === coverageId)
    const body = bodyOf(draft, payer)
    const saved = await this.#saving.run(() =>
      before
        ? this.#client.coverages.correct(before.id, { ...body, version: before.version })
        : this.#client.coverages.add(patient.id, body, this.#keys.for('add', body)),
    )
    // The next attempt is based on what is kept now. What was typed stays.
    if (!saved) return this.#saving.problem?.code === 'version_conflict' ? this.#readAgain(patient, signal) : undefined
    this.#stop()
    const others = (this.#coverages.value ?? []).filter(({ id }) => id !== saved.id)
    this.#answers.get(saved.id)?.reset()
    this.#answers.delete(saved.id)
    this.#show(
      [...others, saved].toSorted((one, other) => one.order - other.order),
      signal,
    )
    this.#host.announce(this.#t('saved'))
    await moveFocus(this.#host, `[id="coverage-${saved.id}"]`)
  }

  async #readAgain(patient: PatientSummary, signal: AbortSignal): Promise<void> {
    const read = await this.#client.coverages.ofPatient(patient.id, { signal }).catch(() => null)
    if (read && !signal.aborted) this.#show(read.items, signal)
  }

  #form(): TemplateResult | typeof nothing {
    const editing = this.#editing
    if (!editing) return nothing
    const t = this.#t
    const { draft, coverageId, showsFaults } = editing
    const of = this.#coverages.value?.find(({ id }) => id === coverageId)
    const { problem, busy } = this.#saving
    return coverageForm({
      t,
      reasons: this.#reasons,
      level: this.#host.headingLevel + 3,
      heading: of ? t('correcting', { name: of.payer.name }) : t('adding'),
      draft,
      payers: this.#payers.value ?? [],
      faults: showsFaults ? faultsOf(draft, this.#payerOf(draft)) : [],
      isBusy: busy,
      problem: problem ? problemView(this.#host, problem, { texts: t }) : nothing,
      onChange: (changed) => this.#change(changed),
      onSave: () => void this.#save(),
      onCancel: () => {
        this.#stop()
        this.#host.requestUpdate()
        void moveFocus(this.#host, of ? `[id="coverage-${of.id}"]` : '#patient-insurance')
      },
    })
  }

  #coverage(coverage: Coverage): TemplateResult {
    const t = this.#t
    const { id, payer } = coverage
    const level = this.#host.headingLevel + 3
    return html`<section class="coverage stack" aria-labelledby="coverage-${id}">
      <div class="row between wrap">
        <h4 id="coverage-${id}" tabindex="-1" aria-level=${level}>${coverageTitle(t, coverage)}</h4>
        <button
          class="btn small"
          type="button"
          aria-label=${t('correctOf', { name: payer.name })}
          @click=${() => this.#edit(coverage)}
        >
          ${t('correct')}
        </button>
      </div>
      ${coverageFacts(t, this.#reasons, this.#host.format, coverage)}
      ${this.#editing?.coverageId === id ? this.#form() : nothing}
      ${this.#answers.get(id)?.render(level, payer.name) ?? nothing}
    </section>`
  }

  #insurance(patient: PatientSummary, coverages: readonly Coverage[]): TemplateResult {
    const t = this.#t
    return html`<div class="stack">
      <div class="row between wrap">
        <h4 id="patient-insurance" tabindex="-1" dir="auto" aria-level=${this.#host.headingLevel + 2}>
          ${patient.displayName}
        </h4>
        <button
          class="btn small"
          type="button"
          @click=${() => {
            this.clear()
            this.#host.requestUpdate()
            void moveFocus(this.#host, '#find-insured')
          }}
        >
          ${t('close')}
        </button>
      </div>
      ${coverages.length === 0 ? html`<p class="muted">${t('none')}</p>` : coverages.map((each) => this.#coverage(each))}
      ${
        this.#editing?.coverageId === null
          ? this.#form()
          : html`<div>
              <button class="btn small" type="button" @click=${() => this.#edit(null)}>${t('add')}</button>
            </div>`
      }
    </div>`
  }

  view(): TemplateResult {
    const t = this.#t
    const { now } = this.#coverages
    return html`<section class="card pad stack" aria-labelledby="section-insurance">
      <h3 id="section-insurance" tabindex="-1">${t('heading')}</h3>
      ${this.#search.render({
        id: 'find-insured',
        label: t('find'),
        option: ({ displayName, age }) =>
          html`<b dir="auto">${displayName}</b> <span class="small muted">${t('patientAge', { count: age })}</span>`,
      })}
      ${now.state === 'failed' ? problemView(this.#host, now.problem, { texts: t }) : nothing}
      ${now.state === 'loading' ? loadingRows(t('reading'), 'stack') : nothing}
      ${now.state === 'ready' && this.#patient ? this.#insurance(this.#patient, now.value) : nothing}
    </section>`
  }
}
