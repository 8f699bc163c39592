import { html, nothing, type TemplateResult } from 'lit'
import type { PractitionerSummary } from '@visitkit/sdk'
import { iconCalendar, iconNext } from '../core/icons.ts'
import { face } from '../core/face.ts'
import { practitionerText } from '../time-choice/practitioner-text.ts'
import { stateOf, type BookingView } from './booking-view.ts'
import { stepHead } from './step-head.ts'

/** "Who would you like to see?", with the first free slot of each practitioner. */
export const choosePractitioner = (view: BookingView): TemplateResult => {
  const { flow, t } = view
  const languages = [...new Set(flow.time.practitioners.flatMap((one) => one.languages))]
  const fitting = flow.time.practitioners.filter(
    (one) => !flow.time.language || one.languages.includes(flow.time.language),
  )
  return html`<div class="stack">
    ${stepHead(view, t('whoHeading'))} ${languages.length > 1 ? languageFilter(view, languages) : nothing}
    <ul class="card picks">
      ${flow.time.language ? nothing : anyone(view)} ${fitting.map((one) => row(view, one))}
    </ul>
  </div>`
}

const languageFilter = ({ host, flow, t }: BookingView, languages: readonly string[]): TemplateResult =>
  html`<div class="field">
    <label for="speaks">${t('speaks')}</label>
    <select
      id="speaks"
      @change=${(event: Event) => {
        flow.time.language = (event.target as HTMLSelectElement).value
        host.requestUpdate()
      }}
    >
      <option value="" ?selected=${flow.time.language === ''}>${t('speaksAny')}</option>
      ${languages.map(
        (code) =>
          html`<option value=${code} ?selected=${flow.time.language === code}>
            ${host.format.languageName(code)}
          </option>`,
      )}
    </select>
  </div>`

const nextAvailable = ({ host, flow, t }: BookingView, practitionerId: string | null): TemplateResult => {
  const first = flow.time.times.value?.firstAvailable(practitionerId)
  return first
    ? html`<span class="small num free">${t('nextFree', { time: host.format.soon(first.slot.start) })}</span>`
    : html`<span class="small muted">${t('noneSoon')}</span>`
}

const anyone = (view: BookingView): TemplateResult =>
  html`<li>
    <button class="pick" type="button" @click=${() => view.flow.choosePractitioner(null)}>
      <span class="avatar" aria-hidden="true">${iconCalendar}</span>
      <span class="grow tight">
        <b>${view.time.t('anyone')}</b>
        <span class="small muted">${view.t('anyoneHint')}</span>
        ${nextAvailable(view, null)}
      </span>
      ${iconNext}
    </button>
  </li>`

const row = (view: BookingView, one: PractitionerSummary): TemplateResult =>
  html`<li>
    <button class="pick" type="button" @click=${() => view.flow.choosePractitioner(one.id)}>
      ${face(view.time.host, one)}
      <span class="grow tight">
        <b>${one.displayName}</b>
        <span class="small muted">${practitionerText(view.time, one, stateOf(view))}</span>
        ${nextAvailable(view, one.id)}
      </span>
      ${iconNext}
    </button>
  </li>`
