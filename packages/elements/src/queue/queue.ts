import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { Queue, QueueEntry, VisitClient } from '@visitkit/sdk'
import { emit } from '../core/emit.ts'
import { localized } from '../core/format.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import { bannerStyles } from '../core/styles/banner.ts'
import { buttonStyles } from '../core/styles/button.ts'
import { cardStyles } from '../core/styles/card.ts'
import { chipStyles } from '../core/styles/chip.ts'
import { skeletonStyles } from '../core/styles/skeleton.ts'
import { tableStyles } from '../core/styles/table.ts'
import { VisitElement } from '../core/visit-element.ts'
import { queueMessages } from './queue.messages.ts'
import { queueStyles } from './queue.styles.ts'
import { readinessChips } from './readiness.ts'

declare global {
  interface HTMLElementEventMap {
    'visit-admit-requested': CustomEvent<{ visitId: string }>
    'visit-admitted': CustomEvent<{ visitId: string }>
    'visit-open-requested': CustomEvent<{ visitId: string }>
  }
}

/** Milliseconds between two drawings of the waiting times, which are whole minutes. */
const minuteHand = 15_000
/** How long somebody who has just arrived is marked. */
const newFor = 60_000

/**
 * Who is waiting for a practitioner, what is still open for each, and who is expected today. Follows the clinic live.
 *
 * @fires visit-admit-requested - {CustomEvent<{visitId}>} Before a patient is let in. Cancel it to do something else.
 * @fires visit-admitted - {CustomEvent<{visitId}>} The patient has been let in: show the room.
 * @fires visit-open-requested - {CustomEvent<{visitId}>} The practitioner wants to go back to a room that is open.
 * @csspart heading - The heading.
 * @csspart table - The table of who is waiting.
 */
export class VisitQueue extends VisitElement {
  static override styles: CSSResultGroup = [
    VisitElement.styles,
    bannerStyles,
    buttonStyles,
    cardStyles,
    chipStyles,
    skeletonStyles,
    tableStyles,
    queueStyles,
  ]
  static override properties: PropertyDeclarations = { practitionerId: { attribute: 'practitioner-id' } }
  static override restartOn = ['practitionerId']

  /** Whose queue; the session's own practitioner when left out. */
  declare practitionerId: string | undefined

  #t = this.language.bundle(queueMessages)
  #queue = new Loader<Queue | null>(this)
  #admitting = new Loader<string>(this)
  #pausing = new Loader<boolean>(this)
  /** Row whose admission failed: the problem is shown there. */
  #troubled: string | null = null
  #arrivals = new Map<string, number>()
  #refresh: (() => void) | null = null
  #clock: ReturnType<typeof setInterval> | undefined

  protected override start(client: VisitClient, signal: AbortSignal): void {
    clearInterval(this.#clock)
    this.#clock = setInterval(() => this.requestUpdate(), minuteHand)
    void this.#queue.run(async () => {
      const id = this.practitionerId ?? (await this.connection?.me())?.practitionerId
      if (!id) return null
      const first = await client.queue.get(id, { signal })
      for (const entry of first.items) this.#arrivals.set(entry.visitId, 0)
      this.#follow(client, id, signal)
      return first
    })
  }

  protected override wipe(): void {
    this.#queue.reset()
    this.#admitting.reset()
    this.#arrivals.clear()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearInterval(this.#clock)
  }

  #follow(client: VisitClient, practitionerId: string, signal: AbortSignal): void {
    const watch = client.watch(({ signal: reading }) => client.queue.get(practitionerId, { signal: reading }), {
      on: ['queue.changed', 'appointment.changed', 'intake.changed', 'consent.changed', 'visit.changed'],
      signal,
    })
    this.#refresh = () => watch.refresh()
    watch.subscribe((queue) => {
      for (const entry of queue.items) {
        if (this.#arrivals.has(entry.visitId)) continue
        this.#arrivals.set(entry.visitId, Date.now())
        this.announce(this.#t('arrived', { name: entry.patient.displayName }))
      }
      this.#queue.set(queue)
    })
  }

  async #admit(entry: QueueEntry): Promise<void> {
    const { client } = this
    if (!client || this.#admitting.busy || !emit(this, 'visit-admit-requested', { visitId: entry.visitId })) return
    this.#troubled = entry.visitId
    const admitted = await this.#admitting.run(async () => (await client.visits.admit(entry.visitId)).id)
    this.#refresh?.()
    if (admitted) emit(this, 'visit-admitted', { visitId: admitted })
  }

  #pause(paused: boolean): void {
    const { client } = this
    const queue = this.#queue.value
    if (!client || !queue) return
    void this.#pausing.run(async () => {
      const id = this.practitionerId ?? (await this.connection?.me())?.practitionerId ?? ''
      const answer = await client.queue.pause(id, { paused })
      this.#queue.set({ ...queue, paused: answer.paused })
      return answer.paused
    })
  }

  #minutes(since: string): number {
    return Math.max(0, Math.floor((Date.now() - Date.parse(since)) / 60_000))
  }

  #summary(queue: Queue): string {
    const t = this.#t
    const waiting = queue.items.filter((entry) => entry.status === 'waiting')
    const longest = Math.max(0, ...waiting.map((entry) => this.#minutes(entry.waitingSince)))
    const next = queue.expected[0]
    return [
      t('waiting', { count: waiting.length }),
      ...(waiting.length > 0 ? [t('longest', { minutes: longest })] : []),
      ...(next ? [t('nextAppointment', { time: this.format.time(next.start) })] : []),
    ].join(', ')
  }

  #chips(entry: QueueEntry): TemplateResult {
    const t = this.#t
    return html`<div class="chips">
      ${entry.alerts.map((code) => html`<span class="chip bad">${t.maybe(`alert_${code}`) ?? t('alert_other')}</span>`)}
      ${
        entry.status === 'waiting'
          ? readinessChips(entry).map(({ tone, key }) => html`<span class="chip ${tone}">${t(key)}</span>`)
          : html`<span class="chip">${t(entry.status === 'in-progress' ? 'inRoom' : 'admitted')}</span>`
      }
    </div>`
  }

  #action(entry: QueueEntry, first: boolean): TemplateResult {
    const t = this.#t
    const name = entry.patient.displayName
    if (entry.status !== 'waiting')
      return html`<button
        class="btn small"
        type="button"
        aria-label=${t('openName', { name })}
        @click=${() => emit(this, 'visit-open-requested', { visitId: entry.visitId })}
      >
        ${t('open')}
      </button>`
    const busy = this.#admitting.busy && this.#troubled === entry.visitId
    return html`<button
      class="btn small ${first ? 'primary' : ''}"
      type="button"
      aria-label=${t('admitName', { name })}
      aria-disabled=${busy ? 'true' : 'false'}
      @click=${() => this.#admit(entry)}
    >
      ${t(busy ? 'admitting' : 'admit')}
    </button>`
  }

  #row(entry: QueueEntry, first: boolean): TemplateResult {
    const t = this.#t
    const { patient } = entry
    const isNew = Date.now() - (this.#arrivals.get(entry.visitId) ?? 0) < newFor
    return html`<tr class=${first ? 'next' : ''}>
      <th scope="row" class="who">
        <b>${patient.displayName}</b>${isNew ? html`<span class="chip">${t('justArrived')}</span>` : nothing}
        <span class="small muted">
          <br />${t('age', { count: patient.age })},
          ${patient.state}${
            patient.interpreterLanguage
              ? html`. ${t('interpreter', { language: this.format.languageName(patient.interpreterLanguage) })}`
              : nothing
          }${entry.present || entry.status !== 'waiting' ? nothing : html`. ${t('away')}`}
        </span>
      </th>
      <td class="num">${t('minutes', { minutes: this.#minutes(entry.waitingSince) })}</td>
      <td>${localized(entry.visitTypeName, this.language.tag)}</td>
      <td>${this.#chips(entry)}</td>
      <td>${this.#action(entry, first)}</td>
    </tr>`
  }

  #waiting(queue: Queue): TemplateResult {
    const t = this.#t
    if (queue.items.length === 0)
      return html`<div class="empty tight">
        <p><b>${t('emptyHeading')}</b></p>
        <p class="muted">${t('emptyText')}</p>
      </div>`
    const first = queue.items.find((entry) => entry.status === 'waiting')
    return html`<table part="table" aria-labelledby="heading">
      <thead>
        <tr>
          <th scope="col">${t('columnPatient')}</th>
          <th scope="col">${t('columnWaiting')}</th>
          <th scope="col">${t('columnFor')}</th>
          <th scope="col">${t('columnReady')}</th>
          <th scope="col"><span class="unseen">${t('columnAction')}</span></th>
        </tr>
      </thead>
      <tbody>
        ${repeat(
          queue.items,
          (entry) => entry.visitId,
          (entry) => this.#row(entry, entry === first),
        )}
      </tbody>
    </table>`
  }

  #expected(queue: Queue): TemplateResult {
    const t = this.#t
    return html`<section class="card pad tight" aria-labelledby="expected">
      <h3 id="expected">${t('expectedHeading')}</h3>
      ${
        queue.expected.length === 0
          ? html`<p class="muted">${t('expectedEmpty')}</p>`
          : html`<ul>
              ${queue.expected.map(
                (appointment) =>
                  html`<li class="expected">
                    <span class="num">${this.format.time(appointment.start)}</span>
                    <span class="tight">
                      <b>${appointment.patient?.displayName ?? ''}</b>
                      <span class="small muted">${localized(appointment.visitTypeName, this.language.tag)}</span>
                    </span>
                  </li>`,
              )}
            </ul>`
      }
    </section>`
  }

  #skeleton(): TemplateResult {
    return html`<div class="card pad stack" aria-busy="true">
      <p class="unseen">${this.#t('loading')}</p>
      <span class="bone title half"></span>
      ${[1, 2, 3].map(() => html`<span class="bone target"></span>`)}
    </div>`
  }

  protected override render(): unknown {
    const t = this.#t
    const { now } = this.#queue
    if (now.state === 'failed') return problemView(this, now.problem, { texts: t, retry: () => this.startAgain() })
    if (now.state !== 'ready') return this.#skeleton()
    const queue = now.value
    if (queue === null)
      return html`<div class="card pad tight">
        <h2>${t('notPractitionerHeading')}</h2>
        <p class="muted">${t('notPractitionerText')}</p>
      </div>`
    const problem = this.#admitting.problem ?? this.#pausing.problem
    return html`<div class="stack">
      <section class="card" aria-labelledby="heading">
        <div class="pad row between wrap head">
          <div class="tight">
            <h2 id="heading" part="heading">${t('heading')}</h2>
            <p class="small muted num">${this.#summary(queue)}</p>
          </div>
          <button
            class="btn"
            type="button"
            aria-disabled=${this.#pausing.busy ? 'true' : 'false'}
            @click=${() => this.#pause(!queue.paused)}
          >
            ${t(queue.paused ? 'resume' : 'pause')}
          </button>
        </div>
        ${
          queue.paused
            ? html`<div class="banner warn notice">
                <div class="tight">
                  <p><b>${t('pausedHeading')}</b></p>
                  <p>${t('pausedText')}</p>
                </div>
              </div>`
            : nothing
        }
        ${problem ? html`<div class="notice">${problemView(this, problem, { texts: t })}</div>` : nothing}
        ${this.#waiting(queue)}
      </section>
      ${this.#expected(queue)}
    </div>`
  }
}
