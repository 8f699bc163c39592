import { html, nothing, type TemplateResult } from 'lit'
import type { Appointment } from '@visitkit/sdk'
import { adoptStyles } from '../core/adopt-styles.ts'
import { emit } from '../core/emit.ts'
import { moveFocus } from '../core/focus.ts'
import { confirmProblem } from '../time-choice/confirm-problem.ts'
import { countdown } from '../time-choice/countdown.ts'
import { MoveFlow } from '../time-choice/move-flow.ts'
import { chooseMoveTime, moveTimes } from '../time-choice/move-time.ts'
import { timeChoiceMessages } from '../time-choice/time-choice.messages.ts'
import { timeChoiceStyles } from '../time-choice/time-choice.styles.ts'
import { TimeChoice } from '../time-choice/time-choice.ts'
import type { TimeView } from '../time-choice/time-view.ts'
import { panelHead } from './panel-head.ts'
import { followAppointment, panelView, type PanelView } from './panel-view.ts'
import type { Schedule } from './read-schedule.ts'
import type { Panel, PanelTarget, ScheduleView } from './schedule-view.ts'
import { fact, patientOf, visitOf } from './visit-facts.ts'

/** "Choose a new time", then "Check the new time". */
export class MovePanel implements Panel {
  readonly #view: PanelView
  readonly #time: TimeView
  readonly #flow: MoveFlow
  #step: 'time' | 'confirm' = 'time'
  #one: Appointment | null = null

  constructor(view: ScheduleView) {
    const { host } = view
    adoptStyles(host, [timeChoiceStyles])
    this.#view = panelView(view)
    const t = host.language.bundle(timeChoiceMessages)
    this.#time = { host, t, choice: new TimeChoice(host, t) }
    this.#flow = new MoveFlow(host, this.#time.choice)
  }

  open({ appointment, start }: PanelTarget, signal: AbortSignal): void {
    const client = this.#view.client()
    if (!client || !appointment) return
    this.#one = appointment
    this.#step = 'time'
    client.watch({ types: ['slots.changed'] }, () => void this.#time.choice.refresh(), { signal })
    void this.#begin(appointment, start)
  }

  follow(schedule: Schedule): void {
    this.#one = followAppointment(this.#view, schedule, this.#one, 'booked')
  }

  close(): void {
    this.#one = null
    this.#flow.reset()
  }

  /** Holds the time at which the visit was dropped. A refusal is shown with the nearest times. */
  async #begin(one: Appointment, start?: string): Promise<void> {
    const client = this.#view.client()
    if (!client) return
    await this.#flow.begin(client, one)
    if (!start || this.#one?.id !== one.id) return
    const isHeld = await this.#time.choice.choose(start)
    if (this.#one?.id === one.id) this.#goTo(isHeld ? 'confirm' : 'time')
  }

  #goTo(step: 'time' | 'confirm'): void {
    const { host } = this.#view
    this.#step = step
    host.requestUpdate()
    void moveFocus(host, '#heading')
  }

  async #move(one: Appointment): Promise<void> {
    const { host, words, finish } = this.#view
    const moved = await this.#flow.move(one)
    if (!moved) return void (this.#flow.moving.problem && moveFocus(host, '#heading'))
    finish(words('moved', { name: patientOf(this.#view, one), time: host.format.moment(moved.start) }))
    emit(host, 'visit-appointment-rescheduled', { appointmentId: moved.id, patientId: moved.patientId })
  }

  #chooseTime(one: Appointment): TemplateResult {
    const view = this.#view
    const { host, words } = view
    const now = { time: host.format.moment(one.start), name: one.practitioner.displayName }
    const head = html`${panelHead(view, words('moveHeading'))}
      <div class="tight">
        <p>
          <b><bdi>${patientOf(view, one)}</bdi></b>
        </p>
        <p class="small muted"><bdi>${visitOf(view, one)}</bdi></p>
        <p class="muted num">${words('moveNow', now)}</p>
      </div>`
    return chooseMoveTime(this.#time, this.#flow, {
      ...{ head, who: words('who'), texts: words },
      again: () => void this.#begin(one),
      next: () => this.#goTo('confirm'),
    })
  }

  #confirm(one: Appointment): TemplateResult {
    const view = this.#view
    const { words, close } = view
    const { busy, problem } = this.#flow.moving
    const { isActive } = this.#time.choice.hold
    const { oldTime, newTime } = moveTimes(this.#time, one, (values) => words('timeWith', values))
    return html`<form
      class="stack"
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault()
        void this.#move(one)
      }}
    >
      ${panelHead(view, words('confirmHeading'))} ${confirmProblem(this.#time, problem, () => this.#goTo('time'))}
      <dl class="card list">
        ${fact(view.t('patient'), patientOf(view, one))} ${fact(words('visit'), visitOf(view, one))}
        ${fact(words('oldTime'), oldTime)}
        ${newTime === null ? nothing : fact(words('newTime'), html`<b>${newTime}</b>`)}
      </dl>
      <div class="row wrap">
        ${
          isActive
            ? html`<button class="btn primary" type="submit" aria-disabled=${busy ? 'true' : nothing}>
                ${words(busy ? 'moving' : 'moveNowButton')}
              </button>`
            : nothing
        }
        <button class="btn" type="button" @click=${close}>${words('keepOld')}</button>
        ${isActive ? countdown(this.#time) : nothing}
      </div>
    </form>`
  }

  render(): TemplateResult {
    const one = this.#one
    if (!one) return html``
    return this.#step === 'time' ? this.#chooseTime(one) : this.#confirm(one)
  }
}
