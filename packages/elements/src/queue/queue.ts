import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import type { Me, Queue, QueueEntry, VisitClient } from '@visitkit/sdk'
import { emit } from '../core/emit.ts'
import { followList } from '../core/follow-list.ts'
import { Loader } from '../core/loader.ts'
import { loadingRows } from '../core/loading-rows.ts'
import { problemView } from '../core/problem-view.ts'
import { bannerStyles } from '../core/styles/banner.ts'
import { buttonStyles } from '../core/styles/button.ts'
import { cardStyles } from '../core/styles/card.ts'
import { chipStyles } from '../core/styles/chip.ts'
import { dialogStyles } from '../core/styles/dialog.ts'
import { fieldStyles } from '../core/styles/field.ts'
import { keyStyles } from '../core/styles/key.ts'
import { skeletonStyles } from '../core/styles/skeleton.ts'
import { tableStyles } from '../core/styles/table.ts'
import type { Shortcut } from '../core/shortcut-list.ts'
import { ShortcutKeys } from '../core/shortcuts.ts'
import { VisitElement } from '../core/visit-element.ts'
import { alertStyles } from '../alerts/alerts.styles.ts'
import { GuestsOfList } from '../guests/guests-of-list.ts'
import { expectedList } from './expected-list.ts'
import { KnownPatients } from './known-patients.ts'
import { QueueParts } from './queue-parts.ts'
import { nextPatient, noQueue } from './queue-views.ts'
import { minutesSince, queueTable } from './queue-table.ts'
import { queueMessages } from './queue.messages.ts'
import { queueStyles } from './queue.styles.ts'

declare global {
  interface HTMLElementEventMap {
    'visit-admit-requested': CustomEvent<{ visitId: string }>
    'visit-admitted': CustomEvent<{ visitId: string }>
    'visit-open-requested': CustomEvent<{ visitId: string }>
  }
}

/** Milliseconds between two updates of the waiting times, which are in whole minutes. */
const clockIntervalMs = 15_000
/** A colleague's queue is read again after this many updates: only its practitioner receives live messages about it. */
const colleagueBeats = 2

interface Shown {
  readonly practitionerId: string
  readonly queue: Queue
}

/**
 * The patients who wait for a practitioner, the open requirements of each, and today's expected patients. Updates live.
 *
 * @fires visit-admit-requested - {CustomEvent<{ visitId: string }>} Before a patient is admitted. Cancel it to do something else.
 * @fires visit-admitted - {CustomEvent<{ visitId: string }>} The patient was admitted: show the room.
 * @fires visit-open-requested - {CustomEvent<{ visitId: string }>} The practitioner wants to return to an open room.
 * @csspart heading - The heading.
 * @csspart table - The table of waiting patients.
 */
export class VisitQueue extends VisitElement {
  static override styles: CSSResultGroup = [
    VisitElement.styles,
    bannerStyles,
    buttonStyles,
    cardStyles,
    chipStyles,
    skeletonStyles,
    dialogStyles,
    fieldStyles,
    keyStyles,
    tableStyles,
    alertStyles,
    queueStyles,
  ]
  static override properties: PropertyDeclarations = {
    practitionerId: { attribute: 'practitioner-id' },
    next: { type: Boolean },
    guestUrl: { attribute: 'guest-url' },
  }
  static override restartOn = ['practitionerId']

  /** The practitioner's id. Default: the practitioner of the session. */
  declare practitionerId: string | undefined
  /** Shows only the button that admits the next waiting patient, e.g. next to a note. Shows nothing while no one waits. */
  declare next: boolean
  /** The page of the portal on which a guest types their code, to be given to the guest. */
  declare guestUrl: string

  #t = this.language.bundle(queueMessages)
  /** Null for users without a queue. */
  #shown = new Loader<Shown | null>(this)
  #admitting = new Loader<string>(this)
  #pausing = new Loader<boolean>(this)
  /** The visit of the last admission: its row shows the result. */
  #admitted: string | null = null
  #known = new KnownPatients(this.#t)
  /** Alerts, covers, and the waits of the day: loaded once the queue is shown. */
  #parts = new QueueParts(
    this,
    (visitId) => {
      this.#refresh?.()
      emit(this, 'visit-admitted', { visitId })
    },
    () => this.#refresh?.(),
  )
  #refresh: (() => void) | null = null
  #permissions: Me['permissions'] = []
  #guests = new GuestsOfList(this, {
    client: () => this.client,
    mayAdmit: () => this.#permissions.includes('guest:admit'),
    guestUrl: () => this.guestUrl,
  })
  #clock: ReturnType<typeof setInterval> | undefined

  constructor() {
    super()
    this.next = false
    this.guestUrl = ''
    this.addController(new ShortcutKeys(this, () => this.#shortcuts()))
  }

  protected override start(client: VisitClient, signal: AbortSignal): void {
    clearInterval(this.#clock)
    let beats = 0
    this.#clock = setInterval(() => {
      this.requestUpdate()
      if (++beats % colleagueBeats === 0 && this.#parts.isColleagues) this.#refresh?.()
    }, clockIntervalMs)
    this.#known.clear()
    void this.#shown.run(async () => {
      const me = await this.connection?.me()
      const practitionerId = this.practitionerId ?? me?.practitionerId
      this.#permissions = me?.permissions ?? []
      if (!practitionerId) return null
      const watch = client.watch((reading) => client.queue.get(practitionerId, reading), {
        on: ['queue.changed', 'appointment.changed', 'intake.changed', 'consent.changed', 'visit.changed'],
        signal,
      })
      this.#refresh = () => watch.refresh()
      const queue = await followList(watch, (changed) => this.#changed({ practitionerId, queue: changed }))
      this.#known.begin(queue.items)
      if (!this.next && me) void this.#parts.follow(client, me, practitionerId, signal)
      return { practitionerId, queue }
    })
  }

  protected override wipe(): void {
    this.#parts.clear()
    this.#guests.clear()
    this.#permissions = []
    this.#shown.reset()
    this.#admitting.reset()
    this.#pausing.reset()
    this.#known.clear()
    this.announce('')
  }

  protected override removed(): void {
    clearInterval(this.#clock)
  }

  #changed(shown: Shown): void {
    const news = this.#known.follow(shown.queue.items, this.format)
    if (news) this.announce(news)
    this.#shown.set(shown)
  }

  /** The patient who has waited longest. */
  get #nextEntry(): QueueEntry | undefined {
    return this.#shown.value?.queue.items.find(({ status }) => status === 'waiting')
  }

  /** Null for those who may not invite guests. */
  get #mayInvite(): GuestsOfList | null {
    return this.#permissions.includes('guest:manage') ? this.#guests : null
  }

  #shortcuts(): readonly Shortcut[] {
    const entry = this.#nextEntry
    if (!entry) return []
    const label = this.#t('nextPatient', { name: entry.patient.displayName })
    return [{ key: 'n', label, run: () => void this.#admit(entry) }]
  }

  #nextButton(): unknown {
    const t = this.#t
    const entry = this.#nextEntry
    const { busy, problem } = this.#admitting
    return [
      problem ? problemView(this, problem, { texts: t }) : nothing,
      entry ? nextPatient({ t, entry, busy, onAdmit: () => void this.#admit(entry) }) : nothing,
    ]
  }

  async #admit({ visitId }: QueueEntry): Promise<void> {
    const { client } = this
    if (!client || this.#admitting.busy || !emit(this, 'visit-admit-requested', { visitId })) return
    this.#admitted = visitId
    const admitted = await this.#admitting.run(async () => (await client.visits.admit(visitId)).id)
    this.#refresh?.()
    if (admitted) emit(this, 'visit-admitted', { visitId: admitted })
  }

  #pause({ practitionerId, queue }: Shown): void {
    const { client } = this
    if (!client || this.#pausing.busy) return
    void this.#pausing.run(async () => {
      const { paused } = await client.queue.pause(practitionerId, { paused: !queue.paused })
      const now = this.#shown.value ?? { practitionerId, queue }
      this.#shown.set({ ...now, queue: { ...now.queue, paused } })
      this.announce(this.#t(paused ? 'pausedHeading' : 'resumed'))
      return paused
    })
  }

  #summary({ items, expected }: Queue): string {
    const t = this.#t
    const waiting = items.filter(({ status }) => status === 'waiting')
    const longest = Math.max(0, ...waiting.map(({ waitingSince }) => minutesSince(waitingSince, Date.now())))
    const [next] = expected
    return this.format.list([
      t('waiting', { count: waiting.length }),
      ...(waiting.length > 0 ? [t('longest', { minutes: longest })] : []),
      ...(next ? [t('nextAppointment', { time: this.format.time(next.start) })] : []),
    ])
  }

  #waiting({ items }: Queue, problemAlert: TemplateResult | null): TemplateResult {
    const t = this.#t
    if (items.length === 0)
      return html`<div class="empty tight">
        <p><b>${t('emptyHeading')}</b></p>
        <p class="muted">${t('emptyText')}</p>
      </div>`
    const now = Date.now()
    return queueTable({
      t,
      format: this.format,
      entries: items,
      now,
      isNew: ({ visitId }) => this.#known.isNew(visitId, now),
      admitting: this.#admitting.busy ? this.#admitted : null,
      rowProblem: problemAlert && this.#admitted ? { visitId: this.#admitted, view: problemAlert } : null,
      onAdmit: (entry) => void this.#admit(entry),
      guests: this.#mayInvite,
      emergency: this.#parts.emergency,
      spoken: this.#parts.spoken,
      onOpen: ({ visitId }) => void emit(this, 'visit-open-requested', { visitId }),
    })
  }

  protected override render(): unknown {
    const t = this.#t
    const { now } = this.#shown
    if (this.next) return this.#nextButton()
    if (now.state === 'failed') return problemView(this, now.problem, { texts: t, retry: () => this.startAgain() })
    if (now.state !== 'ready') return loadingRows(t('loading'), 'card pad stack')
    if (now.value === null) return noQueue(t)
    const { queue } = now.value
    const refused = this.#admitting.problem && problemView(this, this.#admitting.problem, { texts: t })
    // A patient who has left the queue has no row in which to show it.
    const hasRow = queue.items.some(({ visitId }) => visitId === this.#admitted)
    const above = this.#pausing.problem ? problemView(this, this.#pausing.problem) : hasRow ? undefined : refused
    return html`<div class="stack">
      ${this.#parts.alerts?.view() ?? nothing}
      <section class="card" aria-labelledby="heading">
        <div class="pad row between wrap head">
          <div class="tight">
            <h2 id="heading" part="heading">${t('heading')}</h2>
            <p class="small muted num">${this.#summary(queue)}</p>
          </div>
          <button
            class="btn pause"
            type="button"
            aria-disabled=${this.#pausing.busy ? 'true' : nothing}
            @click=${() => this.#pause(now.value as Shown)}
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
        ${this.#parts.covers?.view() ?? nothing} ${above ? html`<div class="notice">${above}</div>` : nothing}
        ${this.#waiting(queue, hasRow && refused ? refused : null)}
      </section>
      ${this.#parts.emergency?.view() ?? nothing} ${this.#parts.spoken?.view() ?? nothing}
      ${expectedList(this.#t, this.format, queue.expected, this.#mayInvite, this.#parts)}
      ${this.#parts.day?.view() ?? nothing} ${this.#guests.view()}
    </div>`
  }
}
