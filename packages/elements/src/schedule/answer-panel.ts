import { html, nothing, type TemplateResult } from 'lit'
import type { Appointment } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { problemView } from '../core/problem-view.ts'
import { AnswerFlow, type RequestAnswer } from './answer-flow.ts'
import { panelHead } from './panel-head.ts'
import { followAppointment, panelView, type PanelView } from './panel-view.ts'
import type { Schedule } from './read-schedule.ts'
import type { Panel, PanelTarget, ScheduleView } from './schedule-view.ts'
import { fact, patientOf, visitOf } from './visit-facts.ts'

const answers: readonly RequestAnswer[] = ['approve', 'practitioner-unavailable', 'not-suitable', 'other']

/** Which visit, until when, and what the patient receives. */
const answerForm = (view: PanelView, one: Appointment, flow: AnswerFlow, send: () => void): TemplateResult => {
  const { host, t, words } = view
  const { problem, busy } = flow.sending
  return html`<form
    class="stack"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault()
      send()
    }}
  >
    ${panelHead(view, words('answerHeading'), one.answerBy ? words('answerBy', { until: host.format.moment(one.answerBy) }) : nothing)}
    ${problem ? problemView(host, problem, { texts: words }) : nothing}
    <dl class="card list">
      ${fact(t('patientLabel'), patientOf(view, one))} ${fact(words('when'), host.format.moment(one.start))}
      ${fact(words('with'), one.practitioner.displayName)} ${fact(words('visit'), visitOf(view, one))}
    </dl>
    <fieldset class="field" aria-describedby=${flow.isMissing ? 'answer-error' : nothing}>
      <legend class="label">${words('answerLabel')}</legend>
      ${flow.isMissing ? html`<p class="error" id="answer-error">${words('answerMissing')}</p>` : nothing}
      <div class="tight">
        ${answers.map(
          (answer) =>
            html`<label class="choice">
              <input
                type="radio"
                name="answer"
                .checked=${flow.answer === answer}
                @change=${() => flow.choose(answer)}
              />
              ${words(`answer_${answer}`)}
            </label>`,
        )}
      </div>
    </fieldset>
    <p>${words('answerEffect')}</p>
    <div>
      <button class="btn primary" type="submit" aria-disabled=${busy ? 'true' : nothing}>
        ${words(busy ? 'answering' : 'answerNow')}
      </button>
    </div>
  </form>`
}

/** "Answer the request" */
export class AnswerPanel implements Panel {
  readonly #view: PanelView
  readonly #flow: AnswerFlow
  #one: Appointment | null = null

  constructor(view: ScheduleView) {
    this.#view = panelView(view)
    this.#flow = new AnswerFlow(view.host)
  }

  open({ appointment }: PanelTarget): void {
    this.#one = appointment ?? null
  }

  follow(schedule: Schedule): void {
    this.#one = followAppointment(this.#view, schedule, this.#one, 'requested')
  }

  close(): void {
    this.#one = null
    this.#flow.reset()
  }

  async #send(one: Appointment): Promise<void> {
    const { host, words, client, finish } = this.#view
    const now = client()
    if (!now) return
    const answered = await this.#flow.send(now, one)
    if (this.#flow.isMissing) return moveFocus(host, 'input[name="answer"]')
    if (!answered) return
    const outcome = answered.status === 'booked' ? 'approved' : 'declined'
    finish(words(outcome, { name: patientOf(this.#view, one), time: host.format.moment(one.start) }))
  }

  render(): TemplateResult {
    const one = this.#one
    return one ? answerForm(this.#view, one, this.#flow, () => void this.#send(one)) : html``
  }
}
