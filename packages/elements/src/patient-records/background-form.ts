import { html, nothing, type TemplateResult } from 'lit'
import type { BackgroundSource, PatientBackground, VisitClient } from '@visitkit/sdk'
import { BackgroundQuestions, givenAnswers, keptAnswers } from '../core/background-questions.ts'
import { moveFocus } from '../core/focus.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { PatientRecordsTranslate } from './record-comparison.ts'

const sources = ['patient', 'guardian', 'companion', 'document'] as const satisfies readonly BackgroundSource[]

/** What a patient says about themselves, written down by staff, with its source. Read only when it is opened. */
export class BackgroundForm {
  readonly #host: VisitElement
  readonly #t: PatientRecordsTranslate
  readonly #client: VisitClient
  readonly #kept: Loader<PatientBackground>
  readonly #saving: Loader<PatientBackground>
  readonly #questions: BackgroundQuestions
  #toldBy: BackgroundSource | null = null
  #isTried = false

  constructor(host: VisitElement, t: PatientRecordsTranslate, client: VisitClient) {
    this.#host = host
    this.#t = t
    this.#client = client
    this.#kept = new Loader(host)
    this.#saving = new Loader(host)
    this.#questions = new BackgroundQuestions(host)
  }

  reset(): void {
    this.#kept.reset()
    this.#saving.reset()
    this.#questions.reset()
    this.#toldBy = null
    this.#isTried = false
  }

  open(patientId: string): void {
    if (this.#kept.now.state !== 'idle') return
    void this.#read(patientId)
  }

  async #read(patientId: string): Promise<void> {
    await this.#kept.run((signal) => this.#client.patients.background(patientId, { signal }), { quietly: true })
  }

  async #save({ patientId, version, ...kept }: PatientBackground): Promise<void> {
    const toldBy = this.#toldBy
    if (this.#saving.busy) return
    this.#isTried = toldBy === null
    this.#host.requestUpdate()
    if (toldBy === null) return moveFocus(this.#host, '[name=told-by]')
    const given = givenAnswers(this.#questions.after(keptAnswers({ patientId, version, ...kept })))
    const saved = await this.#saving.run((signal) =>
      this.#client.patients.putBackground(patientId, { ...given, toldBy, version }, { signal }),
    )
    // The next save is based on what is kept now. What was chosen stays.
    if (this.#saving.problem?.code === 'version_conflict') return this.#read(patientId)
    if (!saved) return
    this.reset()
    this.#kept.set(saved)
    this.#host.announce(this.#t('saved'))
    await moveFocus(this.#host, '#record-background')
  }

  render(): unknown {
    const { now } = this.#kept
    if (now.state === 'failed') return problemView(this.#host, now.problem, { texts: this.#t })
    if (now.state !== 'ready')
      return html`<p class="small muted" role="status" aria-busy="true">${this.#t('reading')}</p>`
    return this.#form(now.value)
  }

  #form(kept: PatientBackground): TemplateResult {
    const t = this.#t
    const { problem, busy } = this.#saving
    const { changedAt, toldBy } = kept
    const shown = this.#questions.after(keptAnswers(kept))
    return html`<form
      class="stack"
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault()
        void this.#save(kept)
      }}
    >
      <p class="small muted">${t('backgroundHint')}</p>
      ${
        changedAt && toldBy
          ? html`<p class="small">
              ${t('lastTold', { date: this.#host.format.date(changedAt), who: t(`told_${toldBy}`) })}
            </p>`
          : nothing
      }
      ${this.#questions.render(shown, t('racesHint'))}
      <fieldset class="field" aria-describedby=${this.#isTried ? 'told-fault' : nothing}>
        <legend>${t('toldBy')}</legend>
        ${this.#isTried ? html`<p class="error" id="told-fault" role="alert">${t('toldFault')}</p>` : nothing}
        ${sources.map(
          (source) =>
            html`<label class="choice"
              ><input
                type="radio"
                name="told-by"
                .checked=${this.#toldBy === source}
                @change=${() => {
                  this.#toldBy = source
                  this.#isTried = false
                  this.#host.requestUpdate()
                }}
              />${t(`told_${source}`)}</label
            >`,
        )}
      </fieldset>
      ${problem ? problemView(this.#host, problem, { texts: t }) : nothing}
      <div><button class="btn primary small" aria-disabled=${busy ? 'true' : nothing}>${t('save')}</button></div>
    </form>`
  }
}
