import { html, nothing, type TemplateResult } from 'lit'
import type { Appointment, OnDemandRequest, VisitClient } from '@visitkit/sdk'
import type { Translate } from '../../core/localize.ts'
import { stateName } from '../../core/us-states.ts'
import type { Schedule } from '../read-schedule.ts'
import type { PanelName, ScheduleExtras, ScheduleView } from '../schedule-view.ts'
import type { toolsEn } from './tools.en.ts'
import { toolsMessages } from './tools.messages.ts'
import { VisitNumbers } from './visit-numbers.ts'

const MOST = 500

/** The ways to the panels of the clinic, how many wait now, and numbers of the visits. Loaded after the first render. */
export class ScheduleTools implements ScheduleExtras {
  readonly #view: ScheduleView
  readonly #t: Translate<typeof toolsEn>
  readonly #numbers: VisitNumbers
  /** Null until they are known, and for those who do not take patients. */
  #waiting: readonly OnDemandRequest[] | null = null

  constructor(view: ScheduleView, client: VisitClient, signal: AbortSignal) {
    this.#view = view
    this.#t = view.host.language.bundle(toolsMessages)
    view.host.language.refresh()
    this.#numbers = new VisitNumbers(view.host, client, signal)
    if (view.may('on-demand:take')) this.#followWaiting(client, signal)
    const schedule = view.schedule()
    if (schedule) this.follow(schedule)
  }

  follow(schedule: Schedule): void {
    this.#numbers.follow(schedule)
  }

  /** If they cannot be read, the schedule is shown without the number. */
  #followWaiting(client: VisitClient, signal: AbortSignal): void {
    client
      .watch((reading) => client.onDemand.list({ limit: 100 }, { signal: reading.signal }).toArray(MOST), {
        on: ['on-demand.changed'],
        signal,
      })
      .subscribe(
        (waiting) => this.#changed(waiting),
        () => undefined,
      )
  }

  #changed(waiting: readonly OnDemandRequest[]): void {
    const { host } = this.#view
    const before = this.#waiting
    this.#waiting = waiting
    host.requestUpdate()
    const hasNew = before && waiting.some(({ id }) => !before.some((one) => one.id === id))
    if (hasNew) host.announce(this.#t('arrived', { count: waiting.length }))
  }

  /** Who else takes part, what the visit takes, its seats, its place in a series, and where the patient will be. */
  about(one: Appointment): readonly string[] {
    const { host } = this.#view
    const { state } = one
    const others = (one.additionalPractitioners ?? []).map(({ displayName }) => displayName)
    const seats = this.#numbers.seats(one)
    const place = this.#numbers.place(one)
    return [
      ...(others.length > 0 ? [this.#t('also', { names: host.format.and(others) })] : []),
      ...(one.resources ?? []).map(({ name }) => name),
      ...(seats ? [this.#t('seats', seats)] : []),
      ...(place ? [this.#t('series', place)] : []),
      ...(state && one.modality !== 'in-person' ? [this.#t('inState', { state: stateName(state) })] : []),
    ]
  }

  render(): TemplateResult | typeof nothing {
    const { may, open } = this.#view
    const t = this.#t
    const button = (panel: PanelName, text: string, isUrgent = false): TemplateResult =>
      html`<button class="btn small ${isUrgent ? 'primary' : ''}" type="button" @click=${() => open(panel)}>
        ${text}
      </button>`
    const count = this.#waiting?.length ?? 0
    const tools = [
      ...(this.#waiting ? [button('onDemand', t('waitingNow', { count }), count > 0)] : []),
      ...(may('appointment:book') ? [button('waitlist', t('waitlist'))] : []),
      ...(may('appointment:read') && !this.#view.isOwn() ? [button('needsTime', t('needsTime'))] : []),
      ...(may('downtime-list:export') ? [button('downtime', t('downtime'))] : []),
      ...(may('closure:manage') ? [button('closures', t('closures'))] : []),
      ...(may('resource:manage') ? [button('resources', t('resources'))] : []),
    ]
    if (tools.length === 0) return nothing
    return html`<div class="row wrap" role="group" aria-label=${t('clinic')} part="tools">${tools}</div>`
  }
}
