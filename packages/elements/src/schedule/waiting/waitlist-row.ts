import { html, nothing, type TemplateResult } from 'lit'
import type { WaitlistEntry } from '@visitkit/sdk'
import { localized } from '../../core/format.ts'
import { aloneChip, patientOf } from '../visit-facts.ts'
import type { WaitingView } from './waiting-view.ts'

interface RowOptions {
  /** Whether the person is asked if the patient is to leave the list. */
  readonly isAsked: boolean
  readonly busy: boolean
  readonly problem: TemplateResult | null
  readonly ask: () => void
  readonly keep: () => void
  readonly takeOff: () => void
  /** For a patient on the telephone, while a time is offered. */
  readonly accept: () => void
  readonly decline: () => void
}

/** One patient of the waitlist: since when, for what, with which wishes, and what is offered. */
export const waitlistRow = (view: WaitingView, entry: WaitlistEntry, options: RowOptions): TemplateResult => {
  const { host, words, may } = view
  const { visitTypeName, practitioner, joinedAt, appointmentId } = entry
  const name = patientOf(view, entry)
  return html`<li>
    <span class="num when small muted">${words('since', { time: host.format.moment(joinedAt) })}</span>
    <span class="tight grow">
      <b><bdi>${name}</bdi></b>
      <span class="small">
        <bdi>
          ${host.format.list([
            localized(visitTypeName, host.language.tag),
            practitioner ? words('with', { name: practitioner.displayName }) : words('withAnyone'),
          ])}
        </bdi>
      </span>
      <span class="small muted num">${wishes(view, entry)}</span>
      ${entry.consentedByMinor === true ? html`<span class="chips">${aloneChip(view, entry)}</span>` : nothing}
      ${appointmentId ? html`<span class="small">${words('movesVisit')}</span>` : nothing} ${offerOf(view, entry)}
      ${options.problem ?? nothing} ${options.isAsked ? question(view, name, options) : nothing}
    </span>
    ${
      may('appointment:book') && !options.isAsked
        ? html`<span class="row wrap actions">
            ${entry.offer ? answers(view, name, options) : nothing}
            <button class="btn small" type="button" aria-label=${words('takeOffOf', { name })} @click=${options.ask}>
              ${words('takeOff')}
            </button>
          </span>`
        : nothing
    }
  </li>`
}

/** `Nov 25 to Dec 9, Monday and Friday, morning` */
const wishes = ({ host, words }: WaitingView, entry: WaitlistEntry): string => {
  const { from, to, weekdays = [], dayParts = [], language, state } = entry
  const plain = host.format.at('UTC')
  const day = (date: string): string => plain.date(`${date}T12:00:00Z`)
  // 2026-06-01 was a Monday.
  const weekday = (one: number): string => plain.weekday(`2026-06-0${one}T12:00:00Z`)
  return host.format.list([
    words('days', { from: day(from), to: day(to) }),
    ...weekdays.map(weekday),
    ...dayParts.map((part) => words(`part_${part}`)),
    ...(language ? [host.format.languageName(language)] : []),
    state,
  ])
}

const offerOf = ({ host, words }: WaitingView, { offer }: WaitlistEntry): unknown => {
  if (!offer) return nothing
  const { start, practitioner, expiresAt } = offer
  return html`<span class="chips">
    <span class="chip ok num">
      ${words('offered', {
        time: host.format.moment(start),
        name: practitioner.displayName,
        until: host.format.time(expiresAt),
      })}
    </span>
  </span>`
}

/** What the patient says to the offer. */
const answers = ({ words }: WaitingView, name: string, { busy, accept, decline }: RowOptions): TemplateResult => {
  const off = busy ? 'true' : nothing
  return html`<button
      class="btn small primary"
      type="button"
      aria-label=${words('acceptOf', { name })}
      aria-disabled=${off}
      @click=${accept}
    >
      ${words('accept')}
    </button>
    <button
      class="btn small"
      type="button"
      aria-label=${words('declineOf', { name })}
      aria-disabled=${off}
      @click=${decline}
    >
      ${words('decline')}
    </button>`
}

const question = ({ words }: WaitingView, name: string, { busy, keep, takeOff }: RowOptions): TemplateResult =>
  html`<span class="tight" role="group" aria-labelledby="take-off">
    <b id="take-off" tabindex="-1">${words('takeOffQuestion', { name })}</b>
    <span class="small">${words('takeOffEffect')}</span>
    <span class="row wrap">
      <button class="btn small danger" type="button" aria-disabled=${busy ? 'true' : nothing} @click=${takeOff}>
        ${words(busy ? 'takingOff' : 'takeOffNow')}
      </button>
      <button class="btn small" type="button" @click=${keep}>${words('keepPlace')}</button>
    </span>
  </span>`
