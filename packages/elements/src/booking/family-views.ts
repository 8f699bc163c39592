import { html, nothing, type TemplateResult } from 'lit'
import type { Hold } from '@visitkit/sdk'
import { iconCheck, iconInfo } from '../core/icons.ts'
import { problemView } from '../core/problem-view.ts'
import { confirmProblem } from '../time-choice/confirm-problem.ts'
import { countdown } from '../time-choice/countdown.ts'
import { zoneNote } from '../time-choice/zone-note.ts'
import { nameOf, type BookingView } from './booking-view.ts'
import type { FamilyView } from './family-view.ts'
import { stepHead } from './step-head.ts'

/** Maximum length of a reason in the contract. */
const REASON_LENGTH = 2000

export const familyEntry = (part: FamilyView): TemplateResult =>
  html`<div><button class="btn" type="button" @click=${() => part.show(true)}>${part.t('entry')}</button></div>`

/** "Who are the visits for?": the order of the choices is that of the visits. */
export const chooseFamily = (view: BookingView, part: FamilyView): TemplateResult => {
  const { host, flow } = view
  const { t, chosen, isCountWrong } = part
  return html`<form
    class="stack"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault()
      part.goOn(view)
    }}
  >
    <h2 id="heading" part="heading" tabindex="-1" aria-level=${host.headingLevel}>${t('whoHeading')}</h2>
    <fieldset class="field" aria-describedby="who-hint">
      <legend class="visually-hidden">${t('whoHeading')}</legend>
      <p class="hint" id="who-hint">${t('whoHint')}</p>
      ${isCountWrong ? html`<p class="error" role="alert">${t('countWrong')}</p>` : nothing}
      ${(flow.catalog.value?.patients ?? []).map(({ id, displayName, age }) => {
        const place = chosen.indexOf(id) + 1
        return html`<label class="choice">
          <input
            type="checkbox"
            name="who"
            .checked=${place > 0}
            @change=${({ target }: Event) => part.choose(id, (target as HTMLInputElement).checked)}
          />
          <span class="grow tight">
            <b>${displayName}</b>
            <span class="small muted">${host.core('patientAge', { count: age })}</span>
          </span>
          ${place > 0 ? html`<span class="small num">${t('place', { number: place })}</span>` : nothing}
        </label>`
      })}
    </fieldset>
    <div class="row wrap">
      <button class="btn primary" type="submit">${t('next')}</button>
      <button class="btn" type="button" @click=${() => part.show(false)}>${t('back')}</button>
    </div>
  </form>`
}

/** "Check and book": each visit with its time, and the last step. */
export const confirmFamily = (view: BookingView, part: FamilyView): unknown => {
  const { flow, time } = view
  if (!flow.time.hold.hold) return nothing
  const { t, booking } = part
  const { busy } = booking.work
  const isRequest = flow.visitType?.bookingMode === 'request'
  const open = booking.open(flow)
  const words = isRequest ? (busy ? 'requesting' : 'request') : busy ? 'booking' : 'book'
  return html`<form
    class="form"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault()
      void part.book(view)
    }}
  >
    <div class="stack">
      ${stepHead(view, t('confirmHeading'), problem(view, part))}
      ${isRequest ? html`<p>${t('requestHint')}</p>` : nothing}
      <dl class="card facts">${open.map((hold) => visit(view, hold))}</dl>
      ${zoneNote(time, open[0]?.start)} ${open.map((hold) => reason(view, part, hold))}
    </div>
    ${
      flow.time.hold.isActive
        ? html`<div class="bar" part="bar">
            <div class="row between wrap">
              ${countdown(time)}
              <button class="btn primary" type="submit" aria-disabled=${busy ? 'true' : nothing}>${t(words)}</button>
            </div>
          </div>`
        : nothing
    }
  </form>`
}

/** What was refused, and what is booked already. */
const problem = (view: BookingView, { t, booking }: FamilyView): unknown => {
  const { flow, host, time } = view
  const names = booking.booked.map(({ patientId }) => nameOf(view, patientId))
  if (names.length === 0) return confirmProblem(time, booking.work.problem, () => flow.goTo('time'))
  const refusal = booking.work.problem
  return html`${refusal ? problemView(host, refusal, { texts: time.t }) : nothing}
    <p>${t('done', { names: host.format.and(names) })}</p>
    <div><button class="btn" type="button" @click=${() => booking.chooseAgain(flow)}>${t('otherTime')}</button></div>`
}

const visit = (view: BookingView, { patientId = '', start }: Hold): TemplateResult =>
  html`<div class="fact">
    <dt class="small muted"><bdi>${nameOf(view, patientId)}</bdi></dt>
    <dd class="num">${view.host.format.moment(start)}</dd>
  </div>`

const reason = (view: BookingView, { t, booking }: FamilyView, { id, patientId = '' }: Hold): TemplateResult =>
  html`<div class="field">
    <label for="reason-${id}">${t('reason', { name: nameOf(view, patientId) })}</label>
    <p class="hint" id="hint-${id}">${t('reasonHint')}</p>
    <textarea
      id="reason-${id}"
      ${booking.keepReason(patientId)}
      rows="2"
      maxlength=${REASON_LENGTH}
      aria-describedby="hint-${id}"
      autocomplete="off"
      dir="auto"
      .value=${booking.reasons.get(patientId) ?? ''}
      @input=${({ target }: Event) => booking.reasons.set(patientId, (target as HTMLTextAreaElement).value)}
    ></textarea>
  </div>`

/** "Your visits are booked", each with its time. */
export const bookedFamily = (
  view: BookingView,
  part: FamilyView,
  appointmentsUrl: string | undefined,
): TemplateResult => {
  const { host, time } = view
  const { t, booking } = part
  const [first] = booking.booked
  const isRequest = first?.status === 'requested'
  const visits = html`<a href=${appointmentsUrl ?? ''}>${t('visitsLink')}</a>`
  return html`<div class="stack">
    <div class="row">
      <span class="avatar ${isRequest ? '' : 'ok'}" aria-hidden="true">${isRequest ? iconInfo : iconCheck}</span>
      <h2 id="heading" part="heading" tabindex="-1" aria-level=${host.headingLevel}>
        ${t(isRequest ? 'requestedHeading' : 'bookedHeading')}
      </h2>
    </div>
    <ul class="card list">
      ${booking.booked.map(
        ({ patientId, start, practitioner }) =>
          html`<li class="tight">
            <p><b>${nameOf(view, patientId)}</b></p>
            <p class="num">${host.format.moment(start)}</p>
            <p class="small muted">${t('withName', { name: practitioner.displayName })}</p>
          </li>`,
      )}
    </ul>
    ${appointmentsUrl ? html`<p>${t.rich('change', { visits })}</p>` : nothing}
    <div><button class="btn quiet start" type="button" @click=${() => part.another(view)}>${t('another')}</button></div>
    ${zoneNote(time, first?.start)}
  </div>`
}
