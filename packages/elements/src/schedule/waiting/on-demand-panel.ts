import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { OnDemandRequest } from '@visitkit/sdk'
import { emit } from '../../core/emit.ts'
import { localized } from '../../core/format.ts'
import { IdempotencyKeys } from '../../core/idempotency-keys.ts'
import { problemView } from '../../core/problem-view.ts'
import { RowActions } from '../../core/row-actions.ts'
import { panelHead } from '../panel-head.ts'
import { scheduleSkeleton } from '../schedule-skeleton.ts'
import type { Panel, PanelTarget, ScheduleView } from '../schedule-view.ts'
import { patientOf } from '../visit-facts.ts'
import { FollowedList } from './followed-list.ts'
import { waitingView, type WaitingView } from './waiting-view.ts'

/** Milliseconds between two updates of the minutes. */
const CLOCK = 30_000
const MOST = 500

/** "Who waits now": the requests that the person can take, the first in line first. */
export class OnDemandPanel implements Panel {
  readonly #view: WaitingView
  readonly #list: FollowedList<OnDemandRequest>
  readonly #actions: RowActions
  readonly #keys = new IdempotencyKeys()
  #again = (): void => undefined

  constructor(view: ScheduleView) {
    this.#view = waitingView(view)
    this.#list = new FollowedList(view.host)
    this.#actions = new RowActions(view.host, this.#view.words, view.client, () => this.#list.refresh())
  }

  open(_: PanelTarget, signal: AbortSignal): void {
    const { client: now, host } = this.#view
    const client = now()
    if (!client) return
    const clock = setInterval(() => host.requestUpdate(), CLOCK)
    signal.addEventListener('abort', () => clearInterval(clock), { once: true })
    this.#again = () =>
      this.#list.follow(
        client.watch((reading) => client.onDemand.list({ limit: 100 }, { signal: reading.signal }).toArray(MOST), {
          on: ['on-demand.changed'],
          signal,
        }),
      )
    this.#again()
  }

  close(): void {
    this.#list.reset()
    this.#actions.reset()
  }

  /** Another practitioner may have been faster: then the refusal is shown at the row, and the list is read again. */
  async #take(request: OnDemandRequest): Promise<void> {
    const { host, words, finish } = this.#view
    const { id, version } = request
    const taken = await this.#actions.run(id, (client) =>
      client.onDemand.take(id, this.#keys.for('take', [id, version])),
    )
    if (!taken) return
    finish(words('taken', { name: patientOf(this.#view, request), time: host.format.time(taken.start) }))
    emit(host, 'visit-on-demand-taken', { appointmentId: taken.id, patientId: taken.patientId })
  }

  #row(request: OnDemandRequest, index: number): TemplateResult {
    const { host, words } = this.#view
    const { id, requestedAt, visitTypeName, state, language, reason } = request
    const minutes = Math.max(0, Math.floor((Date.now() - Date.parse(requestedAt)) / 60_000))
    const name = patientOf(this.#view, request)
    const { busy, rowProblem } = this.#actions
    return html`<li>
      <span class="num when">${words('waitsFor', { minutes: host.format.minutes(minutes) })}</span>
      <span class="tight grow">
        <b><bdi>${name}</bdi></b>
        <span class="small muted">
          ${host.format.list([
            localized(visitTypeName, host.language.tag),
            state,
            ...(language ? [host.format.languageName(language)] : []),
          ])}
        </span>
        ${reason ? html`<span class="small"><bdi>${reason}</bdi></span>` : nothing}
        ${rowProblem?.id === id ? rowProblem.view : nothing}
      </span>
      <span class="row actions">
        <button
          class="btn small ${index === 0 ? 'primary' : ''}"
          type="button"
          aria-label=${words('takeOf', { name })}
          aria-disabled=${busy ? 'true' : nothing}
          @click=${() => void this.#take(request)}
        >
          ${words(busy === id ? 'taking' : 'take')}
        </button>
      </span>
    </li>`
  }

  render(): TemplateResult {
    const { host, t, words } = this.#view
    const { value, problem } = this.#list.shown
    const { rowProblem } = this.#actions
    const isGone = rowProblem && value && !value.some(({ id }) => id === rowProblem.id)
    return html`<div class="stack">
      ${panelHead(this.#view, words('onDemandHeading'), words('onDemandText'))} ${isGone ? rowProblem.view : nothing}
      ${problem ? problemView(host, problem, { texts: words, retry: this.#again }) : nothing}
      ${value ? this.#rows(value) : problem ? nothing : scheduleSkeleton(t('loading'))}
    </div>`
  }

  #rows(requests: readonly OnDemandRequest[]): TemplateResult {
    const { words } = this.#view
    if (requests.length === 0) return html`<p class="card pad muted" role="status">${words('onDemandNone')}</p>`
    return html`<ul class="card rows" part="waiting">
      ${repeat(
        requests,
        ({ id }) => id,
        (request, index) => this.#row(request, index),
      )}
    </ul>`
  }
}
