import { html, nothing, type TemplateResult } from 'lit'
import type { AccessQuestion, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { KeptNote } from '../core/kept-note.ts'
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
  readonly #answer: KeptNote
  #outcome: Outcome | null = null
  #isTried = false

  constructor(host: VisitElement, t: QuestionsTranslate) {
    this.#host = host
    this.#t = t
    this.#answer = new KeptNote(host, 'access-answer')
  }

  begin(): void {
    this.#outcome = null
    this.#answer.begin()
    this.#isTried = false
  }

  reset(): void {
    this.#answer.reset()
    this.begin()
  }

  async sent(): Promise<void> {
    await this.#answer.sent()
  }

  #submit(event: Event, { send }: AnswerActions): void {
    event.preventDefault()
    const [outcome, answer] = [this.#outcome, this.#answer.text]
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
    return html`<form class="stack" novalidate @submit=${(event: Event) => this.#submit(event, actions)}>
      ${this.#finding()}
      ${this.#answer.render(
        client,
        { about: id, patientId },
        {
          ...{ id: 'answer-text', rows: 4, maxLength, label: t('words'), hint: t('wordsHint') },
          fault: this.#isTried && this.#answer.text === '' ? t('wordsMissing') : null,
        },
      )}
      <div class="row wrap">
        <button class="btn primary small">${t('send')}</button>
        <button class="btn small" type="button" @click=${actions.leave}>${t('leave')}</button>
      </div>
    </form>`
  }
}
