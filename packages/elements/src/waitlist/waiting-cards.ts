import { html, nothing, type TemplateResult } from 'lit'
import type { WaitlistEntry, WaitlistOffer } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { localized } from '../core/format.ts'
import type { WaitingList } from './waiting-list.ts'
import type { WaitlistView } from './waitlist-view.ts'

/** "You are on the waiting list": each place, and what is offered. Nothing for a patient who does not wait. */
export const waitingCards = (view: WaitlistView, list: WaitingList, accepted: () => void): unknown => {
  const { host, t } = view
  if (list.entries.length === 0) return nothing
  const offered = list.entries.filter(({ offer }) => offer)
  const waiting = list.entries.filter(({ offer }) => !offer)
  return html`<section class="stack" part="waiting" aria-labelledby="waiting">
    <h3 id="waiting" tabindex="-1" aria-level=${host.headingLevel + 1}>${t('heading')}</h3>
    <ul class="card list">
      ${[...offered, ...waiting].map((entry) => card(view, list, entry, accepted))}
    </ul>
  </section>`
}

const card = (view: WaitlistView, list: WaitingList, entry: WaitlistEntry, accepted: () => void): TemplateResult => {
  const { host, t } = view
  const { rowProblem } = list.actions
  const name = view.nameOf(entry)
  const day = (date: string): string => host.format.at('UTC').date(`${date}T12:00:00Z`)
  return html`<li class="stack">
    ${entry.offer ? offerText(view, entry.offer) : nothing}
    <div class="tight">
      ${name === undefined ? nothing : html`<p class="small">${t('forPatient', { name })}</p>`}
      <p><b>${localized(entry.visitTypeName, host.language.tag)}</b></p>
      <p class="small muted">
        ${entry.practitioner ? t('withName', { name: entry.practitioner.displayName }) : t('anyone')}
      </p>
      <p class="small muted num">${t('days', { from: day(entry.from), to: day(entry.to) })}</p>
      ${entry.appointmentId ? html`<p class="small">${t('instead')}</p>` : nothing}
    </div>
    ${rowProblem?.id === entry.id ? rowProblem.view : nothing}
    <div class="row wrap">${buttons(view, list, entry, accepted)}</div>
  </li>`
}

const isKept = ({ expiresAt }: WaitlistOffer): boolean => Date.parse(expiresAt) > Date.now()

/** The page's clock updates the minutes. */
const offerText = ({ host, t }: WaitlistView, offer: WaitlistOffer): TemplateResult => {
  const { start, practitioner, expiresAt } = offer
  const left = Math.max(1, Math.ceil((Date.parse(expiresAt) - Date.now()) / 60_000))
  return html`<div class="tight">
    <h4 class="when" aria-level=${host.headingLevel + 2}>${t('offer')}</h4>
    <p class="num"><b>${t('offerTime', { time: host.format.moment(start), name: practitioner.displayName })}</b></p>
    <p class="num" role="timer">
      ${
        isKept(offer)
          ? t('keptUntil', { time: host.format.time(expiresAt), minutes: host.format.minutes(left) })
          : t('keptEnded')
      }
    </p>
  </div>`
}

const buttons = (view: WaitlistView, list: WaitingList, entry: WaitlistEntry, accepted: () => void): unknown => {
  const { host, t } = view
  const visit = localized(entry.visitTypeName, host.language.tag)
  const busy = list.actions.busy === entry.id
  const button = (text: string, act: () => void, more = ''): TemplateResult =>
    html`<button
      class="btn ${more}"
      type="button"
      aria-label=${t('ofEntry', { action: text, visit })}
      aria-disabled=${busy ? 'true' : nothing}
      @click=${act}
    >
      ${text}
    </button>`
  const then = async (done: Promise<unknown>, more?: () => void): Promise<void> => {
    if ((await done) === undefined) return
    more?.()
    await moveFocus(host, '#heading')
  }
  return html`${
    entry.offer && isKept(entry.offer)
      ? [
          button(t(busy ? 'accepting' : 'accept'), () => void then(list.accept(entry), accepted), 'primary'),
          button(t('decline'), () => void then(list.decline(entry))),
        ]
      : nothing
  }
  ${button(t('leave'), () => void then(list.leave(entry)), 'quiet')}`
}
