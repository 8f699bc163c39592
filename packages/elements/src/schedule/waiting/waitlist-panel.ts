import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { WaitlistEntry } from '@visitkit/sdk'
import { moveFocus } from '../../core/focus.ts'
import { IdempotencyKeys } from '../../core/idempotency-keys.ts'
import { problemView } from '../../core/problem-view.ts'
import { keptRow } from '../../core/kept-row.ts'
import { RowActions } from '../../core/row-actions.ts'
import { doneBanner } from '../done-banner.ts'
import { panelHead } from '../panel-head.ts'
import { scheduleSkeleton } from '../schedule-skeleton.ts'
import type { Panel, PanelTarget, ScheduleView } from '../schedule-view.ts'
import { patientOf } from '../visit-facts.ts'
import { FollowedList } from './followed-list.ts'
import { JoinForm } from './join-form.ts'
import { waitingView, type WaitingView } from './waiting-view.ts'
import { waitlistRow } from './waitlist-row.ts'

const MOST = 1000

/** Who waits for a time that becomes free, what is offered to whom, and who joins and leaves the list. */
export class WaitlistPanel implements Panel {
  readonly #view: WaitingView
  readonly #list: FollowedList<WaitlistEntry>
  readonly #acting: RowActions
  readonly #join: JoinForm
  readonly #keys = new IdempotencyKeys()
  /** Id of the entry that the person wants to take off the list. */
  #asked: string | null = null
  #again = (): void => undefined

  constructor(view: ScheduleView) {
    const { host, client } = view
    this.#view = waitingView(view)
    this.#list = new FollowedList(host)
    this.#acting = new RowActions(host, this.#view.words, client, () => this.#list.refresh())
    this.#join = new JoinForm(this.#view, (name) => this.#joined(name))
  }

  open(_: PanelTarget, signal: AbortSignal): void {
    const client = this.#view.client()
    if (!client) return
    this.#again = () =>
      this.#list.follow(
        client.watch((reading) => client.waitlist.list({ limit: 100 }, { signal: reading.signal }).toArray(MOST), {
          on: ['waitlist.changed'],
          signal,
        }),
      )
    this.#again()
  }

  close(): void {
    this.#asked = null
    this.#list.reset()
    this.#acting.reset()
    this.#join.close()
  }

  #joined(name: string): void {
    const { host, words } = this.#view
    host.announce(words('joined', { name }))
    this.#list.refresh()
    void moveFocus(host, '#heading')
  }

  #ask(id: string | null): void {
    const { host } = this.#view
    this.#asked = id
    this.#acting.reset()
    host.requestUpdate()
    void moveFocus(host, id ? '#take-off' : '#heading')
  }

  async #takeOff(entry: WaitlistEntry): Promise<void> {
    const { host, words } = this.#view
    const done = await this.#acting.run(entry.id, async (client) => {
      await client.waitlist.leave(entry.id)
      return true
    })
    if (!done) return
    this.#asked = null
    host.announce(words('takenOff', { name: patientOf(this.#view, entry) }))
    void moveFocus(host, '#heading')
  }

  /** The patient says on the telephone that they take the time. */
  async #accept(entry: WaitlistEntry): Promise<void> {
    const { host, words, done } = this.#view
    const { id, version, appointmentId } = entry
    const booked = await this.#acting.run(id, (client) =>
      client.waitlist.accept(id, this.#keys.for('accept', [id, version])),
    )
    if (!booked) return
    const { start, practitioner } = booked
    const what = { time: host.format.moment(start), practitioner: practitioner.displayName }
    done(words(appointmentId ? 'moved' : 'accepted', { name: patientOf(this.#view, entry), ...what }))
    void moveFocus(host, '#heading')
  }

  /** The patient does not want the time, and keeps the place in line. */
  async #decline(entry: WaitlistEntry): Promise<void> {
    const { host, words, done } = this.#view
    const { id, version } = entry
    const kept = await this.#acting.run(id, (client) =>
      client.waitlist.decline(id, this.#keys.for('decline', [id, version])),
    )
    if (!kept) return
    done(words(kept.status === 'waiting' ? 'declined' : 'declinedLast', { name: patientOf(this.#view, entry) }))
    void moveFocus(host, '#heading')
  }

  #row(entry: WaitlistEntry): unknown {
    const { host, may } = this.#view
    const { rowProblem } = this.#acting
    const isAsked = this.#asked === entry.id
    const busy = this.#acting.busy === entry.id
    const problem = rowProblem?.id === entry.id ? rowProblem.view : null
    return keptRow([host.format, entry, may('appointment:book'), isAsked, busy, problem], () =>
      waitlistRow(this.#view, entry, {
        ...{ isAsked, busy, problem },
        ask: () => this.#ask(entry.id),
        keep: () => this.#ask(null),
        takeOff: () => void this.#takeOff(entry),
        accept: () => void this.#accept(entry),
        decline: () => void this.#decline(entry),
      }),
    )
  }

  render(): TemplateResult {
    const { host, t, words, may, said } = this.#view
    const { value, problem } = this.#list.shown
    const zone = host.format.zoneWithCity(new Date().toISOString())
    return html`<div class="stack">
      ${panelHead(this.#view, words('waitlistHeading'), [words('waitlistText'), ' ', t('zone', { zone })])}
      ${doneBanner(said())} ${may('patient:search') ? this.#join.render() : nothing}
      ${problem ? problemView(host, problem, { texts: words, retry: this.#again }) : nothing}
      ${value ? this.#entries(value) : problem ? nothing : scheduleSkeleton(t('loading'))}
    </div>`
  }

  /** Those who are offered a time first: it is theirs for some minutes. */
  #entries(entries: readonly WaitlistEntry[]): TemplateResult {
    const { words } = this.#view
    if (entries.length === 0) return html`<p class="card pad muted" role="status">${words('waitlistNone')}</p>`
    const offered = entries.filter(({ offer }) => offer)
    const waiting = entries.filter(({ offer }) => !offer)
    return html`<ul class="card rows" part="waiting">
      ${repeat(
        [...offered, ...waiting],
        ({ id }) => id,
        (entry) => this.#row(entry),
      )}
    </ul>`
  }
}
