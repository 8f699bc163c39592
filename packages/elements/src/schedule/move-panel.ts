import { html, nothing, type TemplateResult } from 'lit'
import type { Appointment } from '@visitkit/sdk'
import { problemView } from '../core/problem-view.ts'
import { chooseTime } from '../time-choice/choose-time.ts'
import { confirmProblem } from '../time-choice/confirm-problem.ts'
import { countdown } from '../time-choice/countdown.ts'
import { panelHead } from './panel-head.ts'
import type { ScheduleView } from './schedule-view.ts'
import { fact, patientOf, visitOf } from './visit-facts.ts'

/** "Choose a new time", with the same practitioner chosen. */
export const chooseNewTime = (view: ScheduleView, one: Appointment, again: () => void): TemplateResult => {
  const { host, t, time, flow, goTo } = view
  const { practitioners, practitionerId } = time.choice
  const now = { time: host.format.moment(one.start), name: one.practitioner.displayName }
  const head = html`${panelHead(view, t('moveHeading'))}
    <div class="tight">
      <p>
        <b><bdi>${patientOf(view, one)}</bdi></b>
      </p>
      <p class="small muted"><bdi>${visitOf(view, one)}</bdi></p>
      <p class="muted num">${t('moveNow', now)}</p>
    </div>
    ${
      practitioners.length > 1
        ? html`<div class="field short">
            <label for="who">${t('who')}</label>
            <select
              id="who"
              @change=${({ target }: Event) =>
                time.choice.choosePractitioner((target as HTMLSelectElement).value || null)}
            >
              ${practitioners.map(
                ({ id, displayName }) =>
                  html`<option value=${id} .selected=${id === practitionerId}>${displayName}</option>`,
              )}
              <option value="" .selected=${practitionerId === null}>${time.t('anyone')}</option>
            </select>
          </div>`
        : nothing
    }`
  const { problem } = flow.type
  if (problem) return html`<div class="stack">${head} ${problemView(host, problem, { texts: t, retry: again })}</div>`
  return chooseTime(time, {
    head,
    next: () => goTo('confirm', one),
    elsewhere:
      practitionerId !== null && practitioners.length > 1 ? () => time.choice.choosePractitioner(null) : undefined,
  })
}

/** "Check the new time": the old one and the new one, and the last step. */
export const confirmNewTime = (view: ScheduleView, one: Appointment, move: () => void): TemplateResult => {
  const { host, t, time, flow, goTo } = view
  const { hold, isActive } = time.choice.hold
  const moment = (start: string, name: string): string => t('timeWith', { time: host.format.moment(start), name })
  const { busy } = flow.moving
  return html`<form
    class="stack"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault()
      move()
    }}
  >
    ${panelHead(view, t('confirmHeading'))} ${confirmProblem(time, flow.moving.problem, () => goTo('time', one))}
    <dl class="card list">
      ${fact(t('patient'), patientOf(view, one))} ${fact(t('visit'), visitOf(view, one))}
      ${fact(t('oldTime'), moment(one.start, one.practitioner.displayName))}
      ${hold ? fact(t('newTime'), html`<b>${moment(hold.start, hold.practitioner.displayName)}</b>`) : nothing}
    </dl>
    <div class="row wrap">
      ${
        isActive
          ? html`<button class="btn primary" type="submit" aria-disabled=${busy ? 'true' : nothing}>
              ${t(busy ? 'moving' : 'moveNowButton')}
            </button>`
          : nothing
      }
      <button class="btn" type="button" @click=${() => goTo('calendar')}>${t('keepOld')}</button>
      ${isActive ? countdown(time) : nothing}
    </div>
  </form>`
}
