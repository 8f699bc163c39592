import { html, nothing, type TemplateResult } from 'lit'
import type { Claim, Coverage, MedicareSecondaryReason, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { iconAlert } from '../core/icons.ts'
import { Loader } from '../core/loader.ts'
import { medicareReasons } from '../core/medicare-reasons.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { nextPayerMessages } from './next-payer.messages.ts'

/** Why another payer pays before Medicare: chosen once with the coverage, and needed before the claim is sent to Medicare. */
export class MedicareReasonPart {
  readonly #host: VisitElement
  readonly #t
  readonly #coverage: Loader<Coverage | null>
  readonly #saving: Loader<Coverage>
  #shown: string | null = null
  #chosen: MedicareSecondaryReason | '' = ''
  #isChanging = false
  #showsFault = false

  constructor(host: VisitElement) {
    this.#host = host
    this.#t = host.language.bundle(nextPayerMessages)
    this.#coverage = new Loader(host)
    this.#saving = new Loader(host)
  }

  reset(): void {
    this.#coverage.reset()
    this.#saving.reset()
    this.#shown = null
    this.#stop()
  }

  #stop(): void {
    this.#chosen = ''
    this.#isChanging = this.#showsFault = false
  }

  /** Once for each coverage that is awaited. Nothing is read for other payers. */
  async show(client: VisitClient, { patientId, nextPayer }: Claim): Promise<void> {
    const coverageId = nextPayer?.waitsFor?.payer.kind === 'medicare' ? nextPayer.waitsFor.coverageId : null
    if (coverageId === this.#shown) return
    this.reset()
    this.#shown = coverageId
    if (coverageId !== null) await this.#load(client, patientId, coverageId)
  }

  async #load(client: VisitClient, patientId: string, coverageId: string): Promise<void> {
    await this.#coverage.run(
      async (signal) =>
        (await client.coverages.ofPatient(patientId, { signal })).items.find(({ id }) => id === coverageId) ?? null,
    )
  }

  /** False while it is known that the reason is missing, or not known yet. */
  isGiven({ nextPayer }: Claim): boolean {
    return nextPayer?.waitsFor?.payer.kind !== 'medicare' || this.#coverage.value?.medicareSecondaryReason !== undefined
  }

  async #save(client: VisitClient, coverage: Coverage): Promise<void> {
    if (this.#saving.busy) return
    this.#showsFault = this.#chosen === ''
    this.#host.requestUpdate()
    if (this.#chosen === '') return moveFocus(this.#host, '#medicare-reason')
    const { id, patientId, nameOnCard = null, version } = coverage
    const body = { nameOnCard, medicareSecondaryReason: this.#chosen, version }
    const saved = await this.#saving.run((signal) => client.coverages.update(id, body, { signal }))
    // Another person may have changed the coverage: the choice stays, for the coverage as it is now.
    if (!saved) return this.#load(client, patientId, id)
    this.#coverage.set(saved)
    this.#stop()
    this.#host.announce(this.#t('reasonSaved'))
    await moveFocus(this.#host, '#next-payer-heading')
  }

  #form(client: VisitClient, coverage: Coverage): TemplateResult {
    const t = this.#t
    const { busy } = this.#saving
    return html`<form
      class="stack line-fields"
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault()
        void this.#save(client, coverage)
      }}
    >
      ${
        coverage.medicareSecondaryReason
          ? nothing
          : html`<div class="banner warn" id="medicare-reason-missing">
              ${iconAlert}
              <p><b>${t('reasonMissing')}</b></p>
            </div>`
      }
      <div class="field">
        <label for="medicare-reason">${t('reason')}</label>
        <p class="hint" id="medicare-reason-hint">${t('reasonHint')}</p>
        ${this.#showsFault ? html`<p class="error" id="medicare-reason-error">${t('reasonChoose')}</p>` : nothing}
        <select
          id="medicare-reason"
          aria-describedby=${this.#showsFault ? 'medicare-reason-hint medicare-reason-error' : 'medicare-reason-hint'}
          aria-invalid=${this.#showsFault ? 'true' : nothing}
          @change=${(event: Event) => {
            this.#chosen = (event.target as HTMLSelectElement).value as MedicareSecondaryReason | ''
            this.#host.requestUpdate()
          }}
        >
          <option value="" ?selected=${this.#chosen === ''}>${t('reasonNone')}</option>
          ${medicareReasons.map(
            (reason) =>
              html`<option value=${reason} ?selected=${this.#chosen === reason}>${t(`reason_${reason}`)}</option>`,
          )}
        </select>
      </div>
      <div class="row wrap">
        <button class="btn small" aria-disabled=${busy ? 'true' : nothing}>
          ${t(busy ? 'reasonSaving' : 'reasonSave')}
        </button>
        ${
          this.#isChanging
            ? html`<button
                class="btn small quiet"
                type="button"
                @click=${() => {
                  this.#stop()
                  this.#host.requestUpdate()
                  void moveFocus(this.#host, '#next-payer-heading')
                }}
              >
                ${t('reasonCancel')}
              </button>`
            : nothing
        }
      </div>
    </form>`
  }

  render(client: VisitClient, claim: Claim): unknown {
    if (claim.nextPayer?.waitsFor?.payer.kind !== 'medicare') return nothing
    const [t, coverage] = [this.#t, this.#coverage.value]
    const problem = this.#saving.problem ?? this.#coverage.problem
    const told = problem ? problemView(this.#host, problem, { texts: t }) : nothing
    if (!coverage) return problem ? told : html`<p class="small muted" role="status">${t('reasonLoading')}</p>`
    const { medicareSecondaryReason: reason } = coverage
    if (!reason || this.#isChanging) return html`${this.#form(client, coverage)} ${told}`
    return html`<div class="tight" id="medicare-reason-given">
      <p>${t('reason')}: <b>${t(`reason_${reason}`)}</b></p>
      <div>
        <button
          class="btn small quiet"
          type="button"
          @click=${() => {
            this.#chosen = reason
            this.#isChanging = true
            this.#host.requestUpdate()
            void moveFocus(this.#host, '#medicare-reason')
          }}
        >
          ${t('reasonChange')}
        </button>
      </div>
    </div>`
  }
}
