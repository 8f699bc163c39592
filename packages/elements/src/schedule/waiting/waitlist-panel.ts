import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { WaitlistEntry } from '@visitkit/sdk'
import { moveFocus } from '../../core/focus.ts'
import { problemView } from '../../core/problem-view.ts'
import { RowActions } from '../../core/row-actions.ts'
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
  readonly #leaving: RowActions
  readonly #join: JoinForm
  /** Id of the entry that the person wants to take off the list. */
  #asked: string | null = null
  #again = (): void => undefined

  constructor(view: ScheduleView) {
    const { host, client } = view
    this.#view = waitingView(view)
    this.#list = new FollowedList(host)
    this.#leaving = new RowActions(host, this.#view.words, client, () => this.#list.refresh())
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
    this.#leaving.reset()
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
    this.#leaving.reset()
    host.requestUpdate()
    void moveFocus(host, id ? '#take-off' : '#heading')
  }

  async #takeOff(entry: WaitlistEntry): Promise<void> {
    const { host, words } = this.#view
    const done = await this.#leaving.run(entry.id, async (client) => {
      await client.waitlist.leave(entry.id)
      return true
    })
    if (!done) return
    this.#asked = null
    host.announce(words('takenOff', { name: patientOf(this.#view, entry) }))
    void moveFocus(host, '#heading')
  }

  #row(entry: WaitlistEntry): TemplateResult {
    return waitlistRow(this.#view, entry, {
      isAsked: this.#asked === entry.id,
      busy: this.#leaving.busy === entry.id,
      problem: this.#leaving.rowProblem?.id === entry.id ? this.#leaving.rowProblem.view : null,
      ask: () => this.#ask(entry.id),
      keep: () => this.#ask(null),
      takeOff: () => void this.#takeOff(entry),
    })
  }

  render(): TemplateResult {
    const { host, t, words, may } = this.#view
    const { value, problem } = this.#list.shown
    const zone = host.format.zoneWithCity(new Date().toISOString())
    return html`<div class="stack">
      ${panelHead(this.#view, words('waitlistHeading'), [words('waitlistText'), ' ', t('zone', { zone })])}
      ${may('patient:search') ? this.#join.render() : nothing}
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
