import { html, nothing, type TemplateResult } from 'lit'
import { confirmProblem } from '../time-choice/confirm-problem.ts'
import { countdown } from '../time-choice/countdown.ts'
import { visitText } from '../time-choice/visit-text.ts'
import type { BookingFlow, Step } from './booking-flow.ts'
import { stepHead, type BookingView } from './booking-view.ts'

/** Maximum length of the reason in the contract. */
const REASON_LENGTH = 2000

/** "Check and book": every choice with a way to change it, and the last step. */
export const confirmBooking = (view: BookingView): unknown => {
  const { flow, host, t } = view
  const hold = flow.time.hold.hold
  if (!hold || !flow.visitType) return nothing
  const patient = flow.catalog.value?.patients.find(({ id }) => id === flow.patientId)
  return html`<form class="form" novalidate @submit=${(event: Event) => submit(view, event)}>
    <div class="stack">
      ${stepHead(view, t('confirmHeading'))} ${confirmProblem(view.time, flow.booking.problem, () => flow.goTo('time'))}
      <dl class="card list">
        ${patient && flow.steps.includes('patient') ? fact(view, 'confirmFor', patient.displayName, 'patient', 'changeWhat') : nothing}
        ${fact(view, 'confirmWhat', visitText(view.time, flow.visitType), 'visit-type', 'changeWhat')}
        ${fact(view, 'confirmWho', hold.practitioner.displayName, 'practitioner', 'changeWho')}
        ${fact(view, 'confirmWhen', view.time.t('confirmTime', { time: host.format.moment(hold.start), zone: host.format.zoneName(hold.start) }), 'time', 'changeWhen')}
      </dl>
      ${flow.visitType.bookingMode === 'request' ? html`<p>${t('requestHint')}</p>` : nothing}
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
      flow.time.hold.isActive
        ? html`<div class="bar" part="bar">
            <div class="row between wrap">
              ${countdown(view.time)}
              <button class="btn primary" type="submit" aria-disabled=${flow.booking.busy ? 'true' : nothing}>
                ${t(buttonText(flow))}
              </button>
            </div>
          </div>`
        : nothing
    }
  </form>`
}

const buttonText = ({ visitType, booking }: BookingFlow): 'request' | 'requesting' | 'book' | 'booking' => {
  if (visitType?.bookingMode === 'request') return booking.busy ? 'requesting' : 'request'
  return booking.busy ? 'booking' : 'book'
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
