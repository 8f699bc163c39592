import { html, nothing, type TemplateResult } from 'lit'
import { localized } from '../core/format.ts'
import { practitionerText } from '../time-choice/practitioner-text.ts'
import { visitText } from '../time-choice/visit-text.ts'
import { order, type Step } from './booking-steps.ts'
import { patientName, stateOf, type BookingView } from './booking-view.ts'

type Name = 'confirmFor' | 'confirmWhat' | 'confirmWho' | 'confirmWhen'

/** Each with its accessible name. */
const changes = {
  confirmFor: 'changeFor',
  confirmWhat: 'changeWhat',
  confirmWho: 'changeWho',
  confirmWhen: 'changeWhen',
} as const

/** What is decided before this step, each with a way to change it. */
export const decisions = (view: BookingView): TemplateResult | typeof nothing => {
  const { flow } = view
  const name = patientName(view)
  const visit = visitOf(view)
  const facts = [
    ...(name && flow.step !== 'patient' ? [fact(view, 'confirmFor', name, 'patient')] : []),
    ...(visit ? [fact(view, 'confirmWhat', visit, flow.asks('visit-type') ? 'visit-type' : 'specialty')] : []),
    ...(order.indexOf(flow.step) > order.indexOf('state') ? [view.place?.fact(view)] : []),
    ...(flow.step === 'time' || flow.step === 'confirm' ? [fact(view, 'confirmWho', whoOf(view), 'practitioner')] : []),
    ...(flow.step === 'confirm' ? [fact(view, 'confirmWhen', whenOf(view), 'time')] : []),
  ]
  return facts.length > 0 ? html`<dl class="card facts">${facts}</dl>` : nothing
}

const visitOf = ({ host, flow, time }: BookingView): string => {
  const { catalog, specialty, step, visitType } = flow
  if (visitType && step !== 'specialty' && step !== 'visit-type') return visitText(time, visitType)
  const chosen = step === 'visit-type' && catalog.value?.specialties.find(({ code }) => code === specialty)
  return chosen ? localized(chosen.name, host.language.tag) : ''
}

const whoOf = (view: BookingView): unknown => {
  const { flow, time } = view
  const { hold, practitioner } = flow.time
  if (flow.step === 'confirm') return hold.hold?.practitioner.displayName
  if (!practitioner) return time.t('anyone')
  return html`${practitioner.displayName}
    <span class="small muted">${practitionerText(time, practitioner, stateOf(view))}</span>`
}

const whenOf = ({ host, flow, time }: BookingView): string => {
  const start = flow.time.hold.hold?.start ?? ''
  return time.t('confirmTime', { time: host.format.moment(start), zone: host.format.zoneName(start) })
}

const fact = ({ flow, t }: BookingView, name: Name, value: unknown, step: Step): TemplateResult =>
  html`<div class="fact">
    <dt class="small muted">${t(name)}</dt>
    <dd class="num"><bdi>${value}</bdi></dd>
    ${
      flow.asks(step)
        ? html`<dd class="change">
            <button
              class="btn quiet small end"
              type="button"
              aria-label=${t(changes[name])}
              @click=${() => flow.goTo(step)}
            >
              ${t('change')}
            </button>
          </dd>`
        : nothing
    }
  </div>`
