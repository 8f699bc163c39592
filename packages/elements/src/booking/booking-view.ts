import { html, nothing, type TemplateResult } from 'lit'
import { iconBack } from '../core/icons.ts'
import type { Translate } from '../core/localize.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { TimeView } from '../time-choice/time-view.ts'
import type { BookingFlow } from './booking-flow.ts'
import type { bookingEn } from './booking.en.ts'

/** The data with which each step is rendered. */
export interface BookingView {
  readonly host: VisitElement
  readonly flow: BookingFlow
  readonly t: Translate<typeof bookingEn>
  readonly time: TimeView
}

/** The state where the patient lives. */
export const stateOf = ({ flow }: BookingView): string | undefined =>
  flow.catalog.value?.patients.find(({ id }) => id === flow.patientId)?.state

/** The progress, the back button and the question. */
export const stepHead = ({ host, flow, t }: BookingView, heading: string, hint: unknown = nothing): TemplateResult => {
  const { steps, step } = flow
  const number = steps.indexOf(step) + 1
  return html`<div class="tight">
    ${
      number > 1
        ? html`<div>
            <button class="btn quiet small start" type="button" @click=${() => flow.back()}>
              ${iconBack} ${t('back')}
            </button>
          </div>`
        : nothing
    }
    ${number > 0 ? html`<p class="small muted num">${t('step', { number, total: steps.length })}</p>` : nothing}
    <h2 id="heading" part="heading" tabindex="-1" aria-level=${host.headingLevel}>${heading}</h2>
    ${hint === nothing ? nothing : html`<p class="muted">${hint}</p>`}
  </div>`
}
