import { html, nothing, type TemplateResult } from 'lit'
import type { Appointment, CancellationReason } from '@visitkit/sdk'
import { problemView } from '../core/problem-view.ts'
import type { CancelFlow } from '../time-choice/cancel-flow.ts'
import { panelHead } from './panel-head.ts'
import type { ScheduleView } from './schedule-view.ts'
import { fact, patientOf, visitOf } from './visit-facts.ts'

const reasons: readonly CancellationReason[] = [
  'practitioner-unavailable',
  'patient-request',
  'no-longer-needed',
  'booked-in-error',
  'other',
]

/** "Cancel this visit?": which one, why, and what happens. */
export const cancelPanel = (
  view: ScheduleView,
  one: Appointment,
  flow: CancelFlow<CancellationReason>,
  cancel: () => void,
): TemplateResult => {
  const { host, t, goTo } = view
  const { problem, busy } = flow.cancelling
  return html`<form
    class="stack"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault()
      cancel()
    }}
  >
    ${panelHead(view, t('cancelHeading'))} ${problem ? problemView(host, problem, { texts: t }) : nothing}
    <dl class="card list">
      ${fact(t('patient'), patientOf(view, one))} ${fact(t('when'), host.format.moment(one.start))}
      ${fact(t('with'), one.practitioner.displayName)} ${fact(t('visit'), visitOf(view, one))}
    </dl>
    <fieldset class="field" aria-describedby=${flow.isReasonMissing ? 'why-error' : nothing}>
      <legend class="label">${t('why')}</legend>
      ${flow.isReasonMissing ? html`<p class="error" id="why-error">${t('whyMissing')}</p>` : nothing}
      <div class="tight">
        ${reasons.map(
          (reason) =>
            html`<label class="choice">
              <input type="radio" name="why" .checked=${flow.reason === reason} @change=${() => flow.choose(reason)} />
              ${t(`reason_${reason}`)}
            </label>`,
        )}
      </div>
    </fieldset>
    <p>${t('cancelEffect')}</p>
    <div class="row wrap">
      <button class="btn danger" type="submit" aria-disabled=${busy ? 'true' : nothing}>
        ${t(busy ? 'cancelling' : 'cancelNow')}
      </button>
      <button class="btn" type="button" @click=${() => goTo('calendar')}>${t('keepVisit')}</button>
    </div>
  </form>`
}
