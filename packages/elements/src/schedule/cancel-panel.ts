import { html, nothing, type TemplateResult } from 'lit'
import type { Appointment, CancellationReason } from '@visitkit/sdk'
import { emit } from '../core/emit.ts'
import { moveFocus } from '../core/focus.ts'
import { problemView } from '../core/problem-view.ts'
import { CancelFlow } from '../time-choice/cancel-flow.ts'
import { panelHead } from './panel-head.ts'
import { followAppointment, panelView, type PanelView } from './panel-view.ts'
import type { Schedule } from './read-schedule.ts'
import type { Panel, PanelTarget, ScheduleView } from './schedule-view.ts'
import { fact, patientOf, visitOf } from './visit-facts.ts'

const reasons: readonly CancellationReason[] = [
  'practitioner-unavailable',
  'patient-request',
  'no-longer-needed',
  'booked-in-error',
  'other',
]

/** Which one, why, and what happens. */
const cancelForm = (
  view: PanelView,
  one: Appointment,
  flow: CancelFlow<CancellationReason>,
  cancel: () => void,
): TemplateResult => {
  const { host, t, words, close } = view
  const { problem, busy } = flow.cancelling
  return html`<form
    class="stack"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault()
      cancel()
    }}
  >
    ${panelHead(view, words('cancelHeading'))} ${problem ? problemView(host, problem, { texts: words }) : nothing}
    <dl class="card list">
      ${fact(t('patientLabel'), patientOf(view, one))} ${fact(words('when'), host.format.moment(one.start))}
      ${fact(words('with'), one.practitioner.displayName)} ${fact(words('visit'), visitOf(view, one))}
    </dl>
    <fieldset class="field" aria-describedby=${flow.isReasonMissing ? 'why-error' : nothing}>
      <legend class="label">${words('why')}</legend>
      ${flow.isReasonMissing ? html`<p class="error" id="why-error">${words('whyMissing')}</p>` : nothing}
      <div class="tight">
        ${reasons.map(
          (reason) =>
            html`<label class="choice">
              <input type="radio" name="why" .checked=${flow.reason === reason} @change=${() => flow.choose(reason)} />
              ${words(`reason_${reason}`)}
            </label>`,
        )}
      </div>
    </fieldset>
    <p>${words('cancelEffect')}</p>
    <div class="row wrap">
      <button class="btn danger" type="submit" aria-disabled=${busy ? 'true' : nothing}>
        ${words(busy ? 'cancelling' : 'cancelNow')}
      </button>
      <button class="btn" type="button" @click=${close}>${words('keepVisit')}</button>
    </div>
  </form>`
}

/** "Cancel this visit?" */
export class CancelPanel implements Panel {
  readonly #view: PanelView
  readonly #flow: CancelFlow<CancellationReason>
  #one: Appointment | null = null

  constructor(view: ScheduleView) {
    this.#view = panelView(view)
    this.#flow = new CancelFlow(view.host)
  }

  open({ appointment }: PanelTarget): void {
    this.#one = appointment ?? null
  }

  follow(schedule: Schedule): void {
    this.#one = followAppointment(this.#view, schedule, this.#one, 'booked')
  }

  close(): void {
    this.#one = null
    this.#flow.reset()
  }

  async #cancel(one: Appointment): Promise<void> {
    const { host, words, client, finish } = this.#view
    const now = client()
    if (!now) return
    const cancelled = await this.#flow.cancel(now, one)
    if (this.#flow.isReasonMissing) return moveFocus(host, 'input[name="why"]')
    if (!cancelled) return
    finish(words('cancelled', { name: patientOf(this.#view, one), time: host.format.moment(one.start) }))
    emit(host, 'visit-appointment-cancelled', { appointmentId: cancelled.id, patientId: cancelled.patientId })
  }

  render(): TemplateResult {
    const one = this.#one
    return one ? cancelForm(this.#view, one, this.#flow, () => void this.#cancel(one)) : html``
  }
}
