import { html, nothing, type TemplateResult } from 'lit'
import type { BookingView } from '../booking/booking-view.ts'
import { localized } from '../core/format.ts'
import { problemView } from '../core/problem-view.ts'
import type { OnDemandView } from './on-demand-view.ts'
import type { WaitingPlace } from './waiting-place.ts'

/** One place takes the page; of several, each has a card. */
export const lineView = (view: BookingView, part: OnDemandView): unknown => {
  const [place, ...others] = part.places
  if (!place) return nothing
  return others.length === 0 ? onePlace(view, part, place) : severalPlaces(view, part)
}

/** In line, taken, or no longer in line. */
const onePlace = (view: BookingView, part: OnDemandView, place: WaitingPlace): TemplateResult => {
  const { t } = part
  const { status, position } = place.request
  if (status === 'taken')
    return html`<div class="stack">${heading(part, t('takenHeading'))} ${takenText(part, place)}</div>`
  if (status !== 'waiting')
    return html`<div class="stack">
      <div class="tight">
        ${heading(part, t('endedHeading'))}
        <p>${endedText(part, place)}</p>
      </div>
      ${endedActions(part, place)}
    </div>`
  const name = view.flow.catalog.value?.isForOthers ? part.nameOf(place) : undefined
  return html`<div class="stack">
    <div class="tight">
      ${heading(part, position === undefined || position <= 1 ? t('next') : t('numbered', { position }))}
      ${waitText(part, place)}
    </div>
    <div class="card pad tight">
      ${name === undefined ? nothing : html`<p><b>${t('forName', { name })}</b></p>`}
      <p><bdi>${visitName(part, place)}</bdi></p>
      <p>${t('whenTaken')}</p>
      <p>${t('keepOpen')}</p>
    </div>
    ${leavingProblem(part, place)}
    <div class="row wrap">${leaveButton(part, place)} ${anotherButton(view, part)}</div>
  </div>`
}

const severalPlaces = (view: BookingView, part: OnDemandView): TemplateResult => {
  const { t } = part
  return html`<div class="stack">
    <div class="tight">
      ${heading(part, t('severalHeading'))}
      <p>${t('keepOpenAll')}</p>
    </div>
    ${part.places.map((place) => placeCard(part, place))}
    <div>${anotherButton(view, part)}</div>
  </div>`
}

const placeCard = (part: OnDemandView, place: WaitingPlace): TemplateResult => {
  const { t, host } = part
  const { id, status, position } = place.request
  const name = part.nameOf(place)
  const head = (text: string): TemplateResult =>
    html`<h3 id="place-${id}" aria-level=${host.headingLevel + 1}>${text}</h3>`
  const body = (): TemplateResult => {
    if (status === 'taken') {
      const { value } = place.taken
      return html`${head(t('takenFor', { name }))}
      ${
        value
          ? html`<p class="num" role="status">${t('startsAt', { time: host.format.time(value.start) })}</p>
              <div>
                <button class="btn primary" type="button" @click=${() => part.goToVisit(place)}>${t('toVisit')}</button>
              </div>`
          : takenText(part, place)
      }`
    }
    if (status !== 'waiting')
      return html`${head(t('endedFor', { name }))}
        <p>${endedText(part, place)}</p>
        ${endedActions(part, place)}`
    return html`${head(position === undefined || position <= 1 ? t('nextFor', { name }) : t('numberedFor', { name, position }))}
      ${waitText(part, place)}
      <p class="small muted"><bdi>${visitName(part, place)}</bdi></p>
      ${leavingProblem(part, place)}
      <div>${leaveButton(part, place, t('leaveFor', { name }))}</div>`
  }
  return html`<section class="card pad tight" part="place" aria-labelledby="place-${id}">${body()}</section>`
}

/** Above the booking: who waits while something else is shown. */
export const alsoInLine = (part: OnDemandView): TemplateResult | typeof nothing => {
  const waiting = part.places.filter(({ isWaiting }) => isWaiting)
  if (waiting.length === 0) return nothing
  const names = part.host.format.and(waiting.map((place) => part.nameOf(place)))
  return html`<div class="banner" role="status">
    <p class="grow">${part.t('alsoWaits', { names })}</p>
    <button class="btn small" type="button" @click=${() => part.open()}>${part.t('showLine')}</button>
  </div>`
}

const heading = ({ host }: OnDemandView, text: string): TemplateResult =>
  html`<h2 id="heading" part="heading" tabindex="-1" aria-level=${host.headingLevel}>${text}</h2>`

const visitName = ({ host }: OnDemandView, { request }: WaitingPlace): string =>
  localized(request.visitTypeName, host.language.tag)

const waitText = ({ t }: OnDemandView, { request: { estimatedMinutes } }: WaitingPlace): TemplateResult =>
  html`<p class="num" role="status">
    ${estimatedMinutes === undefined ? t('unknownWait') : t('about', { count: estimatedMinutes })}
  </p>`

const leavingProblem = ({ host, t }: OnDemandView, { leaving }: WaitingPlace): unknown =>
  leaving.problem ? problemView(host, leaving.problem, { texts: t }) : nothing

const leaveButton = (part: OnDemandView, place: WaitingPlace, label?: string): TemplateResult => {
  const { busy } = place.leaving
  return html`<button
    class="btn"
    type="button"
    aria-label=${label ?? nothing}
    aria-disabled=${busy ? 'true' : nothing}
    @click=${() => void part.leave(place)}
  >
    ${part.t(busy ? 'leaving' : 'leave')}
  </button>`
}

/** For a person who acts for patients who do not wait yet. */
const anotherButton = ({ flow }: BookingView, part: OnDemandView): TemplateResult | typeof nothing => {
  const { patient, patients = [] } = flow.catalog.value ?? {}
  if (!patient?.choose || patients.every(({ id }) => part.waits(id))) return nothing
  return html`<button class="btn" type="button" @click=${() => part.askAnother()}>${part.t('another')}</button>`
}

/** Until its visit is read. */
const takenText = ({ t, host }: OnDemandView, place: WaitingPlace): TemplateResult =>
  place.taken.problem
    ? problemView(host, place.taken.problem, { texts: t, retry: () => void place.loadTaken() })
    : html`<p role="status">${t('takenText')}</p>`

const endedText = ({ t }: OnDemandView, { request }: WaitingPlace): string =>
  t(request.status === 'cancelled' ? 'left' : 'endedText')

const endedActions = (part: OnDemandView, place: WaitingPlace): TemplateResult => {
  const { t, host, asking } = part
  return html`${asking.problem ? problemView(host, asking.problem, { texts: t }) : nothing}
    <div class="row wrap">
      <button class="btn primary" type="button" @click=${() => void part.askAgain(place)}>${t('again')}</button>
      <button class="btn" type="button" @click=${() => part.remove(place)}>${t('chooseTime')}</button>
    </div>`
}
