import { html, nothing, type TemplateResult } from 'lit'
import type { Survey, VisitClient } from '@visitkit/sdk'
import { emit } from '../core/emit.ts'
import { moveFocus } from '../core/focus.ts'
import { LazyKeptText } from '../core/lazy-kept-text.ts'
import { Loader } from '../core/loader.ts'
import type { Translate } from '../core/localize.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { summaryEn } from './summary.en.ts'

type Step = 'rate' | 'hear' | 'comment'
const ratings = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const

/** The survey after a visit, one question at a time. Part of the summary; answers are kept here until they are submitted, and the comment on the server. */
export class SurveyForm {
  readonly #host: VisitElement
  readonly #t: Translate<typeof summaryEn>
  readonly #survey: Loader<Survey>
  readonly #sent: Loader<Survey>
  readonly #kept: LazyKeptText
  #step: Step = 'rate'
  #rating: number | null = null
  #couldHearAndSee: boolean | null = null
  #comment = ''
  /** The step without an answer. */
  #missing = false
  #client: VisitClient | null = null

  constructor(host: VisitElement, t: Translate<typeof summaryEn>) {
    this.#host = host
    this.#t = t
    this.#survey = new Loader(host)
    this.#sent = new Loader(host)
    this.#kept = new LazyKeptText(host, 'survey', (text) => (this.#comment = text))
  }

  /** Ignores failures: a summary is complete without a survey. */
  load(client: VisitClient, visitId: string): void {
    this.reset()
    this.#client = client
    void this.#survey.run((signal) => client.surveys.ofVisit(visitId, { signal }))
  }

  reset(): void {
    this.#survey.reset()
    this.#sent.reset()
    this.#kept.reset()
    this.#step = 'rate'
    this.#rating = null
    this.#couldHearAndSee = null
    this.#comment = ''
    this.#missing = false
  }

  #go(step: Step): void {
    this.#step = step
    this.#missing = false
    this.#host.requestUpdate()
    void moveFocus(this.#host, '#survey')
  }

  #next = (): void => {
    const answered = this.#step === 'rate' ? this.#rating !== null : this.#couldHearAndSee !== null
    if (answered) return this.#go(this.#step === 'rate' ? 'hear' : 'comment')
    this.#missing = true
    this.#host.requestUpdate()
  }

  #send = async (): Promise<void> => {
    const [client, survey, rating, couldHearAndSee] = [
      this.#client,
      this.#survey.value,
      this.#rating,
      this.#couldHearAndSee,
    ]
    if (!client || !survey || rating === null || couldHearAndSee === null || this.#sent.busy) return
    const comment = this.#comment.trim()
    const sent = await this.#sent.run(() =>
      client.surveys.answer(survey.visitId, { rating, couldHearAndSee, ...(comment && { comment }) }),
    )
    if (!sent) return
    void this.#kept.sent()
    emit(this.#host, 'visit-survey-answered', { visitId: survey.visitId })
    void moveFocus(this.#host, '#survey')
  }

  #choice(name: string, label: string, checked: boolean, pick: () => void): TemplateResult {
    return html`<label class="choice">
      <input
        type="radio"
        name=${name}
        .checked=${checked}
        @change=${() => {
          pick()
          this.#missing = false
          this.#host.requestUpdate()
        }}
      />
      ${label}
    </label>`
  }

  #question(): TemplateResult {
    const t = this.#t
    if (this.#step === 'rate')
      return html`<fieldset class="field" aria-describedby=${this.#missing ? 'survey-error' : nothing}>
        <legend>${t('surveyRate')}</legend>
        ${this.#missing ? html`<p class="error" id="survey-error" role="alert">${t('surveyChoose')}</p>` : nothing}
        <div class="ratings">
          ${ratings.map((rating) =>
            this.#choice(
              'rating',
              this.#host.format.number(rating),
              this.#rating === rating,
              () => (this.#rating = rating),
            ),
          )}
        </div>
      </fieldset>`
    if (this.#step === 'hear')
      return html`<fieldset class="field" aria-describedby=${this.#missing ? 'survey-error' : nothing}>
        <legend>${t('surveyHear')}</legend>
        ${this.#missing ? html`<p class="error" id="survey-error" role="alert">${t('surveyChooseYes')}</p>` : nothing}
        <div class="row wrap">
          ${this.#choice('heard', t('yes'), this.#couldHearAndSee === true, () => (this.#couldHearAndSee = true))}
          ${this.#choice('heard', t('no'), this.#couldHearAndSee === false, () => (this.#couldHearAndSee = false))}
        </div>
      </fieldset>`
    return html`<div class="field">
      <label for="comment">${t('surveyComment')}</label>
      <p class="hint" id="comment-hint">${t('surveyCommentHint')}</p>
      <textarea
        id="comment"
        ${this.#keep()}
        dir="auto"
        rows="3"
        maxlength="1000"
        aria-describedby="comment-hint"
        .value=${this.#comment}
        @input=${(event: Event) => (this.#comment = (event.target as HTMLTextAreaElement).value)}
      ></textarea>
    </div>`
  }

  #keep(): unknown {
    const [client, survey] = [this.#client, this.#survey.value]
    return client && survey ? this.#kept.of(client, { about: survey.visitId, patientId: survey.patientId }) : nothing
  }

  /** Nothing without open questions. */
  render(level: number): unknown {
    const t = this.#t
    const heading = html`<h4 id="survey" tabindex="-1" aria-level=${level}>${t('surveyHeading')}</h4>`
    if (this.#sent.value)
      return html`<section class="pad tight part">
        ${heading}
        <p>${t('surveyThanks')}</p>
      </section>`
    if (this.#survey.value?.status !== 'open') return nothing
    const last = this.#step === 'comment'
    return html`<form
      class="pad stack part"
      @submit=${(event: Event) => {
        event.preventDefault()
        if (last) void this.#send()
        else this.#next()
      }}
    >
      <div class="tight">
        ${heading} ${this.#step === 'rate' ? html`<p class="small muted">${t('surveyIntro')}</p>` : nothing}
      </div>
      ${this.#question()} ${this.#sent.problem ? problemView(this.#host, this.#sent.problem, { texts: t }) : nothing}
      <div>
        <button class="btn ${last ? 'primary' : ''}" aria-disabled=${this.#sent.busy ? 'true' : nothing}>
          ${t(last ? 'send' : 'next')}
        </button>
      </div>
    </form>`
  }
}
