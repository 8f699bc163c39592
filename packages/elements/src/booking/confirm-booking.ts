import { html, nothing, type TemplateResult } from 'lit'
import { problemView } from '../core/problem-view.ts'
import type { Problem } from '../core/problem.ts'
import type { Step } from './booking-flow.ts'
import { stepHead, visitText, type BookingView } from './booking-view.ts'
import { countdown } from './hold-bar.ts'

/** Maximum length of the reason in the contract. */
const REASON_LENGTH = 2000

/** "Check and book": every choice with a way to change it, and the last step. */
export const confirmBooking = (view: BookingView): unknown => {
  const { flow, host, t } = view
  const hold = flow.hold.hold
  if (!hold || !flow.visitType) return nothing
  const patient = flow.catalog.value?.patients.find(({ id }) => id === flow.patientId)
  return html`<form class="form" novalidate @submit=${(event: Event) => submit(view, event)}>
    <div class="stack">
      ${stepHead(view, t('confirmHeading'))} ${bookingProblem(view)}
      <dl class="card list">
        ${patient && flow.steps.includes('patient') ? fact(view, 'confirmFor', patient.displayName, 'patient', 'changeWhat') : nothing}
        ${fact(view, 'confirmWhat', visitText(view, flow.visitType), 'visit-type', 'changeWhat')}
        ${fact(view, 'confirmWho', hold.practitioner.displayName, 'practitioner', 'changeWho')}
        ${fact(view, 'confirmWhen', t('confirmTime', { time: host.format.moment(hold.start), zone: host.format.zoneName(hold.start) }), 'time', 'changeWhen')}
      </dl>
      <div class="field">
        <label for="reason">${t('reason')}</label>
        <p class="hint" id="reason-hint">${t('reasonHint')}</p>
        <textarea
          id="reason"
          rows="3"
          maxlength=${REASON_LENGTH}
          aria-describedby="reason-hint"
          autocomplete="off"
          dir="auto"
          .value=${flow.reason}
          @input=${(event: Event) => {
            flow.reason = (event.target as HTMLTextAreaElement).value
            host.requestUpdate()
          }}
        ></textarea>
        ${
          flow.reason.length > REASON_LENGTH - 200
            ? html`<p class="hint num" role="status">
                ${t('reasonLeft', { count: REASON_LENGTH - flow.reason.length })}
              </p>`
            : nothing
        }
      </div>
    </div>
    ${
      flow.hold.isActive
        ? html`<div class="bar" part="bar">
            <div class="row between wrap">
              ${countdown(view, flow.hold.secondsLeft)}
              <button class="btn primary" type="submit" aria-disabled=${flow.booking.busy ? 'true' : nothing}>
                ${t(flow.booking.busy ? 'booking' : 'book')}
              </button>
            </div>
          </div>`
        : nothing
    }
  </form>`
}

const submit = ({ flow }: BookingView, event: Event): void => {
  event.preventDefault()
  void flow.book()
}

type Fact = 'confirmFor' | 'confirmWhat' | 'confirmWho' | 'confirmWhen'
type Change = 'changeWhat' | 'changeWho' | 'changeWhen'

const fact = ({ flow, t }: BookingView, name: Fact, value: string, step: Step, change: Change): TemplateResult => {
  // A decision that was not asked leads back to the one before it.
  const target = flow.steps.includes(step)
    ? step
    : name === 'confirmWhat' && flow.steps.includes('specialty')
      ? 'specialty'
      : null
  return html`<div class="fact">
    <dt class="small muted">${t(name)}</dt>
    <dd class="num">${value}</dd>
    ${
      target
        ? html`<dd class="change">
            <button class="btn quiet small end" type="button" aria-label=${t(change)} @click=${() => flow.goTo(target)}>
              ${t('change')}
            </button>
          </dd>`
        : nothing
    }
  </div>`
}

/** After an expired or lost slot: hold it again, or choose another. */
const bookingProblem = (view: BookingView): unknown => {
  const { flow, host, t } = view
  const problem = flow.booking.problem ?? flow.hold.problem ?? (flow.hold.isActive ? null : EXPIRED_PROBLEM)
  if (!problem) return nothing
  if (flow.hold.isActive && !UNAVAILABLE_CODES.has(problem.code)) return problemView(host, problem, { texts: t })
  const start = flow.hold.hold?.start
  const actions = html`${
      problem.code === 'hold_expired' && start
        ? html`<button class="btn primary" type="button" @click=${() => void flow.chooseTime(start)}>
            ${t('holdAgain')}
          </button>`
        : nothing
    } <button class="btn" type="button" @click=${() => flow.goTo('time')}>${t('tryAnother')}</button>`
  return problemView(host, problem, { texts: t, actions })
}

const EXPIRED_PROBLEM: Problem = { code: 'hold_expired', status: 0, errors: [] }
const UNAVAILABLE_CODES = new Set([
  'slot_taken',
  'slot_unavailable',
  'hold_expired',
  'not_licensed',
  'age_out_of_range',
])
