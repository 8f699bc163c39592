import { html, nothing, type CSSResultGroup } from 'lit'
import type { InboxCounts as ServerCounts, VisitClient } from '@visitkit/sdk'
import { alertStyles } from '../alerts/alerts.styles.ts'
import { emit } from '../core/emit.ts'
import { followWatch } from '../core/follow-watch.ts'
import { Loader } from '../core/loader.ts'
import { loadingRows } from '../core/loading-rows.ts'
import { problemView } from '../core/problem-view.ts'
import { PatientSearch } from '../core/patient-search.ts'
import { bannerStyles } from '../core/styles/banner.ts'
import { buttonStyles } from '../core/styles/button.ts'
import { cardStyles } from '../core/styles/card.ts'
import { chipStyles } from '../core/styles/chip.ts'
import { fieldStyles } from '../core/styles/field.ts'
import { listStyles } from '../core/styles/list.ts'
import { searchBoxStyles } from '../core/styles/search-box.ts'
import { skeletonStyles } from '../core/styles/skeleton.ts'
import { VisitElement } from '../core/visit-element.ts'
import { sections, tasksOf, type SectionName, type Whose } from './inbox-lines.ts'
import { inboxMessages } from './inbox.messages.ts'
import { inboxStyles } from './inbox.styles.ts'
import { loadInboxParts, waitingParts, type InboxParts } from './inbox-parts.ts'
import { SectionPart } from './section-part.ts'

/** What waits for the reader, by kind. `total` has all of them. Tasks of colleagues are not counted. */
export type InboxCounts = Readonly<
  Record<SectionName | 'alerts' | 'emergencies' | 'partnerMessages' | 'pharmacyMessages' | 'refills' | 'total', number>
>

declare global {
  interface HTMLElementEventMap {
    'visit-inbox-counted': CustomEvent<InboxCounts>
  }
}

interface Work extends InboxParts {
  readonly sections: readonly SectionPart[]
  readonly maySearch: boolean
}

const countsOf = [
  'task.changed',
  'note.changed',
  'lab-result.changed',
  'thread.changed',
  'appointment.changed',
  'waitlist.changed',
  'cover.changed',
] as const

/**
 * Where a member of staff begins the day: emergency alerts, then the tasks, results, messages, requests and notes that wait for them or
 * their roles. Updates live.
 *
 * @fires visit-open - {CustomEvent<{ what: string, id: string, patientId: string, visitId: string | null }>} Show this patient, visit,
 * note, result, thread, request or draft of a prescription.
 * @fires visit-inbox-counted - {CustomEvent<InboxCounts>} What waits has changed, e.g. for tabs and the page's title.
 * @csspart heading - The heading.
 * @csspart alerts - The emergency alerts.
 */
export class VisitInbox extends VisitElement {
  static override styles: CSSResultGroup = [
    VisitElement.styles,
    bannerStyles,
    buttonStyles,
    cardStyles,
    chipStyles,
    fieldStyles,
    listStyles,
    searchBoxStyles,
    skeletonStyles,
    alertStyles,
    inboxStyles,
  ]

  #t = this.language.bundle(inboxMessages)
  /** Null for people who are not staff. */
  #work = new Loader<Work | null>(this)
  #counted = ''
  #waiting = new Loader<ServerCounts>(this)
  #whose: Whose = 'all'
  #patients = new PatientSearch(this, {
    find: (by, signal) => this.client?.patients.search(by, { limit: 20 }, { signal }).page(),
    picked: ({ id }) => void emit(this, 'visit-open', { what: 'patient', id, patientId: id, visitId: null }),
  })

  /** What waits now, by kind. */
  get counts(): InboxCounts {
    const work = this.#work.value
    const of = (name: SectionName): number => work?.sections.find(({ source }) => source.name === name)?.count ?? 0
    const each = {
      alerts: work?.alerts?.open.length ?? 0,
      emergencies: (work?.emergencies?.count ?? 0) + (work?.admissions?.count ?? 0),
      tasks: of('tasks'),
      notes: of('notes'),
      results: of('results'),
      messages: of('messages'),
      requests: of('requests'),
      waitlist: of('waitlist'),
      refills: work?.refills?.count ?? 0,
      partnerMessages: work?.partnerMessages?.count ?? 0,
      pharmacyMessages: work?.pharmacyMessages?.count ?? 0,
    }
    return { ...each, total: Object.values(each).reduce((sum, count) => sum + count, 0) }
  }

  protected override start(client: VisitClient, signal: AbortSignal): void {
    this.#clear()
    void this.#work.run(async () => {
      const me = await this.connection?.me()
      if (me?.kind !== 'member') return null
      const may = (permission: string): boolean => me.permissions.includes(permission)
      const changed = (): void => this.#count()
      const parts = await loadInboxParts(this, client, me, changed)
      // The texts of the alerts and refills in the person's language.
      await this.language.ready
      if (signal.aborted) return null
      const reader = { client, me, counts: () => this.#waiting.value, whose: () => this.#whose }
      if (may('task:read')) this.#follow(client, signal)
      const lists = sections
        .filter(({ permission }) => may(permission))
        .map((source) => new SectionPart(this, this.#t, reader, source, changed))
      parts.alerts?.follow(signal)
      for (const part of [...waitingParts(parts), ...lists]) part.follow(signal)
      return { ...parts, sections: lists, maySearch: may('patient:search') && may('chart:read') }
    })
  }

  /** Numbers of everything that waits, however long the lists are: one read. */
  #follow(client: VisitClient, signal: AbortSignal): void {
    const watch = client.watch((reading) => client.inbox.counts(reading), { on: countsOf, signal })
    const counted = (counts: ServerCounts): void => {
      this.#waiting.set(counts)
      this.#count()
    }
    void this.#waiting.run(() => followWatch(watch, counted), { quietly: true }).then(() => this.#count())
  }

  #choose(whose: Whose): void {
    this.#whose = whose
    for (const part of this.#work.value?.sections ?? []) if (part.source.name === 'tasks') part.refresh()
    this.#count()
    this.requestUpdate()
  }

  protected override wipe(): void {
    this.#clear()
    this.#count()
    this.announce('')
  }

  #clear(): void {
    const work = this.#work.value
    if (work) {
      const { alerts, sections: lists, records, insurance } = work
      for (const part of [alerts, ...waitingParts(work), ...lists, records, insurance]) part?.clear()
    }
    this.#patients.clear()
    this.#waiting.reset()
    this.#work.reset()
  }

  #count(): void {
    const { counts } = this
    const text = JSON.stringify(counts)
    if (text === this.#counted) return
    this.#counted = text
    emit(this, 'visit-inbox-counted', { ...counts })
  }

  #search(): unknown {
    const t = this.#t
    return html`<div class="card pad">
      ${this.#patients.render({
        id: 'find-patient',
        label: t('find'),
        option: ({ displayName, age, state }) =>
          html`<b dir="auto">${displayName}</b>
            <span class="small muted">${this.format.list([t('age', { count: age }), state])}</span>`,
      })}
    </div>`
  }

  /** Whose tasks are shown. Absent for those who have none. */
  #choice(lists: readonly SectionPart[]): unknown {
    const t = this.#t
    if (!lists.some(({ source }) => source.name === 'tasks')) return nothing
    const counts = this.#waiting.value
    const isEmpty = lists.some(({ source, isEmpty: none }) => source.name === 'tasks' && none)
    const choices = (['all', 'mine', 'role', 'team'] as const).filter(
      (whose) => whose !== 'team' || this.#whose === whose || counts?.teamTasks !== undefined,
    )
    const words = (whose: Whose): string => {
      const name = t(`whose_${whose}`)
      const count = counts && tasksOf(counts, whose)
      return count === undefined ? name : t('count', { name, count: this.format.number(count) })
    }
    return html`<fieldset class="row wrap">
        <legend class="visually-hidden">${t('whose')}</legend>
        ${choices.map(
          (whose) =>
            html`<label class="choice small"
              ><input
                type="radio"
                name="whose"
                .checked=${this.#whose === whose}
                @change=${() => this.#choose(whose)}
              />
              ${words(whose)}</label
            >`,
        )}
      </fieldset>
      ${isEmpty && this.#whose !== 'all' ? html`<p class="small muted">${t(`none_${this.#whose}`)}</p>` : nothing}`
  }

  protected override render(): unknown {
    const t = this.#t
    const { now } = this.#work
    if (now.state === 'failed') return problemView(this, now.problem, { texts: t, retry: () => this.startAgain() })
    if (now.state !== 'ready') return loadingRows(t('loading'), 'card pad stack')
    if (now.value === null)
      return html`<div class="card pad tight">
        <h2>${t('notStaffHeading')}</h2>
        <p class="muted">${t('notStaffText')}</p>
      </div>`
    const { alerts, emergencies, admissions, partnerMessages, pharmacyMessages, refills, amendments } = now.value
    const { sections: lists, records, insurance, maySearch } = now.value
    const isEmpty =
      this.#whose !== 'team' &&
      [...lists, ...waitingParts(now.value)].every((part) => part.isRead && part.count === 0) &&
      (alerts?.open.length ?? 0) === 0
    return html`<div class="stack">
      <h2 part="heading">${t('heading')}</h2>
      ${alerts?.view() ?? nothing} ${emergencies?.view() ?? nothing} ${admissions?.view() ?? nothing}
      ${maySearch ? this.#search() : nothing} ${partnerMessages?.view() ?? nothing}
      ${pharmacyMessages?.view() ?? nothing} ${refills?.view() ?? nothing} ${amendments?.view() ?? nothing}
      ${this.#choice(lists)} ${lists.map((part) => part.view())}
      ${
        isEmpty
          ? html`<div class="card pad tight">
              <p><b>${t('nothing')}</b></p>
              <p class="muted">${t('nothingText')}</p>
            </div>`
          : nothing
      }
      ${records?.view() ?? nothing} ${insurance?.view() ?? nothing}
    </div>`
  }
}
