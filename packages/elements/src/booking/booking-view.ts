import { html, nothing, type TemplateResult } from 'lit'
import type { PractitionerSummary, VisitType } from '@visitkit/sdk'
import { localized } from '../core/format.ts'
import { iconBack } from '../core/icons.ts'
import type { Translate } from '../core/localize.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { usStates } from '../waiting-room/us-states.ts'
import type { BookingFlow } from './booking-flow.ts'
import type { bookingEn } from './booking.en.ts'

/** The data with which each step is rendered. */
export interface BookingView {
  readonly host: VisitElement
  readonly flow: BookingFlow
  readonly t: Translate<typeof bookingEn>
}

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

/** `Video visit, 25 minutes, cardiology follow-up` */
export const visitText = ({ host, t }: BookingView, { modality, minutes, name }: VisitType): string =>
  t('summary', {
    modality: t(`modality_${modality}`),
    length: host.format.minutes(minutes),
    name: localized(name, host.language.tag),
  })

/** Title, languages, and the license for this patient's state. */
export const practitionerText = ({ host, flow, t }: BookingView, one: PractitionerSummary): string => {
  const tag = host.language.tag
  const spoken = host.format.list(one.languages.map((code) => host.format.languageName(code)))
  const state = flow.catalog.value?.patients.find(({ id }) => id === flow.patientId)?.state
  const name = state && one.states.includes(state) && usStates.find(([code]) => code === state)?.[1]
  // Text in another script is isolated, so that its period stays at its end.
  return [`\u2068${localized(one.title, tag)}.\u2069`, spoken && `${spoken}.`, name && t('licensed', { states: name })]
    .filter(Boolean)
    .join(' ')
}

/** `Dr. Maya Okafor` is `MO`. */
export const initials = (name: string): string =>
  name
    .split(/\s+/)
    .filter((word) => !word.endsWith('.') && !/^(dr|prof|mrs?|ms)$/i.test(word))
    .map((word) => /^./u.exec(word)?.[0] ?? '')
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join('')
    .toUpperCase()

export const practitionerCard = (view: BookingView, one: PractitionerSummary): TemplateResult =>
  html`<div class="card pad row">
    <span class="avatar" aria-hidden="true">${initials(one.displayName)}</span>
    <div class="tight">
      <p><b>${one.displayName}</b></p>
      <p class="small muted">${practitionerText(view, one)}</p>
    </div>
  </div>`
