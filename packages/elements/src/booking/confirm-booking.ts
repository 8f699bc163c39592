import { html, nothing } from 'lit'
import type { VisitType } from '@visitkit/sdk'
import { confirmProblem } from '../time-choice/confirm-problem.ts'
import { countdown } from '../time-choice/countdown.ts'
import type { BookingFlow } from './booking-flow.ts'
import type { EndView } from './end-view.ts'
import { stepHead } from './step-head.ts'

/** Maximum length of the reason in the contract. */
const REASON_LENGTH = 2000

interface ReasonKept {
  /** For the text area: keeps what is typed until the visit is booked. */
  readonly kept: unknown
  readonly booked: () => void
}

/** "Check and book": every choice with a way to change it, and the last step. */
export const confirmBooking = (view: EndView, { kept, booked }: ReasonKept): unknown => {
  const { flow, host, end: t } = view
  const hold = flow.time.hold.hold
  if (!hold || !flow.visitType) return nothing
  return html`<form class="form" novalidate @submit=${(event: Event) => submit(view, booked, event)}>
    <div class="stack">
      ${stepHead(
        view,
        t('confirmHeading'),
        confirmProblem(view.time, flow.booking.problem, () => flow.goTo('time')),
      )}
      ${flow.visitType.bookingMode === 'request' ? html`<p>${t('requestHint')}</p>` : nothing}
      ${isWithheld(flow.visitType) ? html`<p>${t('sensitiveHint')}</p>` : nothing}
      <div class="field">
        <label for="reason">${t('reason')}</label>
        <p class="hint" id="reason-hint">${t('reasonHint')}</p>
        <textarea
          id="reason"
          ${kept}
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

/** The people who help the patient do not learn of such a visit. */
const isWithheld = ({ sensitivity }: VisitType): boolean =>
  sensitivity === 'substance-use' || sensitivity === 'reproductive-health'

const buttonText = ({ visitType, booking }: BookingFlow): 'request' | 'requesting' | 'book' | 'booking' => {
  if (visitType?.bookingMode === 'request') return booking.busy ? 'requesting' : 'request'
  return booking.busy ? 'booking' : 'book'
}

const submit = async ({ flow }: EndView, booked: () => void, event: Event): Promise<void> => {
  event.preventDefault()
  await flow.book()
  if (flow.booking.value) booked()
}
