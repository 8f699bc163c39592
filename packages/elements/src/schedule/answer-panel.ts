import { html, nothing, type TemplateResult } from 'lit'
import type { Appointment } from '@visitkit/sdk'
import { problemView } from '../core/problem-view.ts'
import type { AnswerFlow, RequestAnswer } from './answer-flow.ts'
import { panelHead } from './panel-head.ts'
import type { ScheduleView } from './schedule-view.ts'
import { fact, patientOf, visitOf } from './visit-facts.ts'

const answers: readonly RequestAnswer[] = ['approve', 'practitioner-unavailable', 'not-suitable', 'other']

/** "Answer the request": which visit, until when, and what the patient receives. */
export const answerPanel = (
  view: ScheduleView,
  one: Appointment,
  flow: AnswerFlow,
  send: () => void,
): TemplateResult => {
  const { host, t } = view
  const { problem, busy } = flow.sending
  return html`<form
    class="stack"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault()
      send()
    }}
  >
    ${panelHead(view, t('answerHeading'), one.answerBy ? t('answerBy', { until: host.format.moment(one.answerBy) }) : nothing)}
    ${problem ? problemView(host, problem, { texts: t }) : nothing}
    <dl class="card list">
      ${fact(t('patient'), patientOf(view, one))} ${fact(t('when'), host.format.moment(one.start))}
      ${fact(t('with'), one.practitioner.displayName)} ${fact(t('visit'), visitOf(view, one))}
    </dl>
    <fieldset class="field" aria-describedby=${flow.isMissing ? 'answer-error' : nothing}>
      <legend class="label">${t('answerLabel')}</legend>
      ${flow.isMissing ? html`<p class="error" id="answer-error">${t('answerMissing')}</p>` : nothing}
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
              ${t(`answer_${answer}`)}
            </label>`,
        )}
      </div>
    </fieldset>
    <p>${t('answerEffect')}</p>
    <div>
      <button class="btn primary" type="submit" aria-disabled=${busy ? 'true' : nothing}>
        ${t(busy ? 'answering' : 'answerNow')}
      </button>
    </div>
  </form>`
}
