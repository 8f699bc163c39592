import { html, nothing, type TemplateResult } from 'lit'
import type { AccessQuestion, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { LazyKeptText } from '../core/lazy-kept-text.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { QuestionsTranslate } from './question-facts.ts'

type Outcome = NonNullable<AccessQuestion['outcome']>

const outcomes = ['appropriate', 'mistake', 'not-allowed', 'unresolved'] as const satisfies readonly Outcome[]

/** Maximum length of the answer in the contract. */
const maxLength = 4000

interface AnswerActions {
  readonly leave: () => void
  readonly send: (outcome: Outcome, answer: string) => void
}

/** What was found, and words that the patient reads. */
export class AnswerForm {
  readonly #host: VisitElement
  readonly #t: QuestionsTranslate
  readonly #kept: LazyKeptText
  #outcome: Outcome | null = null
  #answer = ''
  #isTried = false

  constructor(host: VisitElement, t: QuestionsTranslate) {
    this.#host = host
    this.#t = t
    this.#kept = new LazyKeptText(host, 'access-answer', (text) => (this.#answer = text))
  }

  begin(): void {
    this.#outcome = null
    this.#answer = ''
    this.#isTried = false
  }

  reset(): void {
    this.#kept.reset()
    this.begin()
  }

  async sent(): Promise<void> {
    await this.#kept.sent()
  }

  #submit(event: Event, { send }: AnswerActions): void {
    event.preventDefault()
    const [outcome, answer] = [this.#outcome, this.#answer.trim()]
    this.#isTried = true
    this.#host.requestUpdate()
    if (outcome === null) return void moveFocus(this.#host, '#answer-first')
    if (answer === '') return void moveFocus(this.#host, '#answer-text')
    send(outcome, answer)
  }

  #finding(): TemplateResult {
    const t = this.#t
    const isMissing = this.#isTried && this.#outcome === null
    return html`<div class="field">
      <label for="answer-first">${t('finding')}</label>
      ${isMissing ? html`<p class="error" id="finding-fault" role="alert">${t('findingMissing')}</p>` : nothing}
      <select
        id="answer-first"
        aria-invalid=${isMissing ? 'true' : nothing}
        aria-describedby=${isMissing ? 'finding-fault' : nothing}
        @change=${(event: Event) => {
          const { value } = event.target as HTMLSelectElement
          this.#outcome = outcomes.find((one) => one === value) ?? null
          this.#host.requestUpdate()
        }}
      >
        <option value="" ?selected=${this.#outcome === null}></option>
        ${outcomes.map(
          (one) => html`<option value=${one} ?selected=${this.#outcome === one}>${t(`outcome_${one}`)}</option>`,
        )}
      </select>
    </div>`
  }

  render(client: VisitClient, { id, patientId }: AccessQuestion, actions: AnswerActions): TemplateResult {
    const t = this.#t
    const isMissing = this.#isTried && this.#answer.trim() === ''
    return html`<form class="stack" novalidate @submit=${(event: Event) => this.#submit(event, actions)}>
      ${this.#finding()}
      <div class="field">
        <label for="answer-text">${t('words')}</label>
        <p class="hint" id="words-hint">${t('wordsHint')}</p>
        ${isMissing ? html`<p class="error" id="words-fault" role="alert">${t('wordsMissing')}</p>` : nothing}
        <textarea
          id="answer-text"
          ${this.#kept.of(client, { about: id, patientId })}
          rows="4"
          dir="auto"
          maxlength=${maxLength}
          aria-invalid=${isMissing ? 'true' : nothing}
          aria-describedby=${isMissing ? 'words-hint words-fault' : 'words-hint'}
          .value=${this.#answer}
          @input=${(event: Event) => (this.#answer = (event.target as HTMLTextAreaElement).value)}
        ></textarea>
      </div>
      <div class="row wrap">
        <button class="btn primary small">${t('send')}</button>
        <button class="btn small" type="button" @click=${actions.leave}>${t('leave')}</button>
      </div>
    </form>`
  }
}
