import { html, nothing, type TemplateResult } from 'lit'
import type { PractitionerSummary } from '@visitkit/sdk'
import { iconCalendar, iconNext } from '../core/icons.ts'
import { initials, stepHead, tellPractitioner, tellVisit, type BookingView } from './booking-view.ts'

/** "Who would you like to see?", with the first free time of each. */
export const choosePractitioner = (view: BookingView): TemplateResult => {
  const { flow, t } = view
  const languages = [...new Set(flow.practitioners.flatMap((one) => one.languages))]
  const fitting = flow.practitioners.filter((one) => !flow.speaks || one.languages.includes(flow.speaks))
  return html`<div class="stack">
    ${stepHead(view, t('whoHeading'), flow.visitType ? tellVisit(view, flow.visitType) : nothing)}
    ${languages.length > 1 ? speaks(view, languages) : nothing}
    <ul class="card picks">
      ${flow.speaks ? nothing : anyone(view)} ${fitting.map((one) => row(view, one))}
    </ul>
  </div>`
}

const speaks = ({ host, flow, t }: BookingView, languages: readonly string[]): TemplateResult =>
  html`<div class="field">
    <label for="speaks">${t('speaks')}</label>
    <select
      id="speaks"
      @change=${(event: Event) => {
        flow.speaks = (event.target as HTMLSelectElement).value
        host.requestUpdate()
      }}
    >
      <option value="" ?selected=${flow.speaks === ''}>${t('speaksAny')}</option>
      ${languages.map(
        (code) =>
          html`<option value=${code} ?selected=${flow.speaks === code}>${host.format.languageName(code)}</option>`,
      )}
    </select>
  </div>`

const nextFree = ({ host, flow, t }: BookingView, practitionerId: string | null): TemplateResult => {
  const first = flow.times.value?.firstFree(practitionerId)
  return first
    ? html`<span class="small num free">${t('nextFree', { time: host.format.moment(first.slot.start) })}</span>`
    : html`<span class="small muted">${t('noneSoon')}</span>`
}

const anyone = (view: BookingView): TemplateResult =>
  html`<li>
    <button class="pick" type="button" @click=${() => view.flow.choosePractitioner(null)}>
      <span class="face" aria-hidden="true">${iconCalendar}</span>
      <span class="grow tight">
        <b>${view.t('anyone')}</b>
        <span class="small muted">${view.t('anyoneHint')}</span>
        ${nextFree(view, null)}
      </span>
      ${iconNext}
    </button>
  </li>`

const row = (view: BookingView, one: PractitionerSummary): TemplateResult =>
  html`<li>
    <button class="pick" type="button" @click=${() => view.flow.choosePractitioner(one.id)}>
      <span class="face" aria-hidden="true">${initials(one.displayName)}</span>
      <span class="grow tight">
        <b>${one.displayName}</b>
        <span class="small muted">${tellPractitioner(view, one)}</span>
        ${nextFree(view, one.id)}
      </span>
      ${iconNext}
    </button>
  </li>`
