import { html, nothing, type TemplateResult } from 'lit'
import type { Appointment, Resource, VisitClient } from '@visitkit/sdk'
import { adoptStyles } from '../core/adopt-styles.ts'
import { emit } from '../core/emit.ts'
import { moveFocus } from '../core/focus.ts'
import { Loader } from '../core/loader.ts'
import type { Translate } from '../core/localize.ts'
import { confirmProblem } from '../time-choice/confirm-problem.ts'
import { countdown } from '../time-choice/countdown.ts'
import { MoveFlow } from '../time-choice/move-flow.ts'
import { chooseMoveTime, moveTimes } from '../time-choice/move-time.ts'
import { timeChoiceMessages } from '../time-choice/time-choice.messages.ts'
import { timeChoiceStyles } from '../time-choice/time-choice.styles.ts'
import { TimeChoice } from '../time-choice/time-choice.ts'
import type { TimeView } from '../time-choice/time-view.ts'
import { canTake } from './new-visit/can-take.ts'
import { DeskClient } from './new-visit/desk-client.ts'
import { panelHead } from './panel-head.ts'
import { followAppointment, panelView, type PanelView } from './panel-view.ts'
import type { Schedule } from './read-schedule.ts'
import { resourceChoice, takenFacts } from './resource-choice.ts'
import type { resourceChoiceEn } from './resource-choice.en.ts'
import { resourceChoiceMessages } from './resource-choice.messages.ts'
import type { Panel, PanelTarget, ScheduleView } from './schedule-view.ts'
import { fact, patientOf, visitOf } from './visit-facts.ts'

/** "Choose a new time", then "Check the new time". */
export class MovePanel implements Panel {
  readonly #view: PanelView
  readonly #time: TimeView
  readonly #flow: MoveFlow
  readonly #resourceTexts: Translate<typeof resourceChoiceEn>
  readonly #resources: Loader<readonly Resource[]>
  readonly #desk: DeskClient
  /** Empty: any that is free. */
  #resourceId = ''
  #step: 'time' | 'confirm' = 'time'
  #one: Appointment | null = null

  constructor(view: ScheduleView) {
    const { host } = view
    adoptStyles(host, [timeChoiceStyles])
    this.#view = panelView(view)
    const t = host.language.bundle(timeChoiceMessages)
    this.#time = { host, t, choice: new TimeChoice(host, t) }
    this.#flow = new MoveFlow(host, this.#time.choice)
    this.#resourceTexts = host.language.bundle(resourceChoiceMessages)
    this.#resources = new Loader(host)
    const ask = () => ({ patientIds: [], interpreterLanguage: '', resourceId: this.#resourceId })
    this.#desk = new DeskClient(ask, () => {})
  }

  open({ appointment, start }: PanelTarget, signal: AbortSignal): void {
    const client = this.#view.client()
    if (!client || !appointment) return
    this.#one = appointment
    this.#step = 'time'
    this.#resourceId = ''
    void this.#readResources(client)
    client.watch({ types: ['slots.changed'] }, () => void this.#time.choice.refresh(), { signal })
    void this.#begin(appointment, start)
  }

  follow(schedule: Schedule): void {
    this.#one = followAppointment(this.#view, schedule, this.#one, 'booked')
  }

  close(): void {
    this.#one = null
    this.#flow.reset()
    this.#resources.reset()
  }

  /** Without them, a visit takes any that is free. */
  async #readResources(client: VisitClient): Promise<void> {
    if (!this.#view.may('resource:read')) return
    await this.#resources.run((signal) => client.resources.list({ limit: 100 }, { signal }).toArray(500))
  }

  /** Rooms and devices: an interpreter must speak a language that this page does not know, and the server keeps one who does. */
  get #takeable(): readonly Resource[] {
    const type = this.#flow.type.value
    if (!type) return []
    return (this.#resources.value ?? []).filter((one) => one.kind !== 'interpreter' && canTake(type, one, ''))
  }

  /** Other rooms have other times. */
  async #choose(one: Appointment, resourceId: string): Promise<void> {
    const { choice } = this.#time
    this.#resourceId = resourceId
    choice.hold.release()
    if (await choice.reload()) await choice.showDay(one.start)
  }

  /** Holds the time at which the visit was dropped. A refusal is shown with the nearest times. */
  async #begin(one: Appointment, start?: string): Promise<void> {
    const client = this.#view.client()
    if (!client) return
    await this.#flow.begin(this.#desk.of(client), one)
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
      </div>
      ${resourceChoice(this.#resourceTexts, {
        ...{ resources: this.#takeable, chosen: this.#resourceId },
        choose: (resourceId) => void this.#choose(one, resourceId),
      })}`
    return chooseMoveTime(this.#time, this.#flow, {
      ...{ head, who: words('who'), one, name: patientOf(view, one), texts: words },
      again: () => void this.#begin(one),
      next: () => this.#goTo('confirm'),
    })
  }

  #confirm(one: Appointment): TemplateResult {
    const view = this.#view
    const { words, close } = view
    const { busy, problem } = this.#flow.moving
    const { isActive, hold } = this.#time.choice.hold
    const { oldTime, newTime, where } = moveTimes(this.#time, this.#flow, one, (values) => words('timeWith', values))
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
        ${fact(view.t('patientLabel'), patientOf(view, one))} ${fact(words('visit'), visitOf(view, one))}
        ${fact(words('oldTime'), oldTime)}
        ${newTime === null ? nothing : fact(words('newTime'), html`<b>${newTime}</b>`)}
        ${where ? fact(where.name, where.value) : nothing} ${hold ? takenFacts(this.#resourceTexts, hold) : nothing}
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
