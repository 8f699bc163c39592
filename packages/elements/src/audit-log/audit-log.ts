import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { Access, VisitClient } from '@visitkit/sdk'
import { emit } from '../core/emit.ts'
import { iconDownload } from '../core/icons.ts'
import { keptRow } from '../core/kept-row.ts'
import { LazyPart } from '../core/lazy-part.ts'
import { loadModule } from '../core/load-module.ts'
import { Loader } from '../core/loader.ts'
import { PatientChoice } from '../core/patient-choice.ts'
import { problemView } from '../core/problem-view.ts'
import { saveFile } from '../core/save-file.ts'
import { patientPageStyles } from '../core/styles/patient-page.ts'
import { VisitElement } from '../core/visit-element.ts'
import type { AccessChart } from './access-chart.ts'
import { accessEntry } from './access-entry.ts'
import { accessFilters, type AccessFilters } from './access-filters.ts'
import { accessFile, allAccesses } from './access-file.ts'
import { auditLogMessages } from './audit-log.messages.ts'
import { auditLogStyles } from './audit-log.styles.ts'
import { groupAccesses, groupOnce, type AccessDay, type AccessGroup } from './group-accesses.ts'
import type { OwnQuestions } from './own-questions.ts'
import { actorText, stepText } from './access-text.ts'

declare global {
  interface HTMLElementEventMap {
    'visit-access-questioned': CustomEvent<{ accessId: string; patientId: string }>
  }
}

/** Many rows are accesses by the server, which are one entry, so a page needs many rows. */
const PAGE = 100

interface LoadedAccesses {
  readonly items: readonly Access[]
  readonly next: string | null
}

/**
 * The access log of a patient's record: who saw it, what they did and why, in plain words, newest first.
 *
 * @fires visit-access-questioned - {CustomEvent<{ accessId: string, patientId: string }>} The person questions an access. Cancel it to open
 *   your own form; otherwise the element opens its own, or shows whom to call to a person who may not ask here.
 * @csspart heading - The heading.
 * @csspart list - The list of accesses.
 */
export class VisitAuditLog extends VisitElement {
  static override styles: CSSResultGroup = [VisitElement.styles, patientPageStyles, auditLogStyles]
  static override properties: PropertyDeclarations = {
    patientId: { attribute: 'patient-id' },
    othersOnly: { state: true, attribute: false },
    period: { state: true, attribute: false },
    contactAccessId: { state: true, attribute: false },
  }
  static override restartOn = ['patientId', 'othersOnly', 'period']

  /** The patient's id. Default: the only patient of the session. */
  declare patientId: string | undefined

  declare private othersOnly: boolean
  declare private period: AccessFilters['period']
  /** The entry with an open "Question this". */
  declare private contactAccessId: string | null

  #t = this.language.bundle(auditLogMessages)
  #patient = new PatientChoice(this)
  #list = new Loader<LoadedAccesses>(this)
  #more = new Loader<true>(this)
  #file = new Loader<true>(this)
  #contact = new Loader<string>(this)
  #daysOf = groupOnce()
  #own = new Loader<boolean>(this)
  /** For a person who may ask. Loaded after the list. */
  #questions = new LazyPart<OwnQuestions>(this, () =>
    import('./own-questions.ts').then(
      ({ OwnQuestions: Part }) => new Part(this, this.#t, () => (this.contactAccessId = null)),
    ),
  )
  /** Loaded after the list. */
  #chart = new Loader<AccessChart>(this)
  /** Loaded after the list: accesses of a day by visit. */
  #around = new Loader<(groups: readonly AccessGroup[]) => unknown>(this)

  constructor() {
    super()
    this.othersOnly = true
    this.period = 'all'
    this.contactAccessId = null
  }

  protected override start(client: VisitClient, signal: AbortSignal): void {
    void this.#load(client, signal)
    if (!this.#chart.value)
      void this.#chart.run(async () => (await loadModule(import('./access-chart.ts'))).loadAccessChart(this))
    void this.#own.run(async () => (await this.connection?.me())?.kind === 'patient', { quietly: true })
    void this.#contact.run(async () => (await this.connection?.organization())?.contact.phone ?? '', { quietly: true })
  }

  protected override wipe(): void {
    for (const loader of [this.#patient, this.#list, this.#more, this.#file, this.#contact, this.#own]) loader.reset()
    this.#around.reset()
    this.#questions.value?.reset()
    this.#daysOf = groupOnce()
    this.contactAccessId = null
  }

  async #load(client: VisitClient, signal: AbortSignal): Promise<void> {
    const patientId = await this.#patient.resolve(this.connection, this.patientId)
    if (!patientId) return
    void this.#followQuestions(client, patientId, signal)
    const listed = await this.#list.run(async (aborted) => this.#page(client, patientId, undefined, aborted))
    if (!this.#around.value) void this.#around.run((aborted) => this.#loadAround(client, patientId, aborted))
    if (listed && this.hasUpdated) this.announce(this.#t('shown', { count: groupAccesses(listed.items).length }))
  }

  async #followQuestions(client: VisitClient, patientId: string, signal: AbortSignal): Promise<void> {
    const me = await this.connection?.me().catch(() => null)
    if (!me?.permissions.includes('access-question:ask')) return
    const questions = await this.#questions.fetch()
    if (questions && !signal.aborted) questions.follow(client, patientId, signal)
  }

  async #loadAround(client: VisitClient, patientId: string, signal: AbortSignal) {
    const [{ loadAround }, me] = await Promise.all([loadModule(import('./around-visits.ts')), this.connection?.me()])
    const visits = await loadAround(client, me?.permissions.includes('appointment:read') ? patientId : null, signal)
    return (groups: readonly AccessGroup[]) =>
      visits({ t: this.#t, format: this.format, level: this.headingLevel + 2 }, groups, (own) => this.#groups(own))
  }

  async #page(
    client: VisitClient,
    patientId: string,
    cursor: string | undefined,
    signal: AbortSignal,
  ): Promise<LoadedAccesses> {
    const { items, nextCursor } = await client.accesses.ofPatient(patientId, this.#query(), { signal }).page(cursor)
    return { items, next: nextCursor }
  }

  #query(): { others: boolean; limit: number; from?: string } {
    const days = Number(this.period)
    const from = days ? { from: new Date(Date.now() - days * 86_400_000).toISOString() } : {}
    return { others: this.othersOnly, limit: PAGE, ...from }
  }

  #showMore = async (): Promise<void> => {
    const [client, patientId, shown] = [this.client, this.#patient.value?.id, this.#list.value]
    if (!client || !patientId || !shown?.next) return
    const cursor = shown.next
    await this.#more.run(async (signal) => {
      const next = await this.#page(client, patientId, cursor, signal)
      this.#list.set({ items: [...shown.items, ...next.items], next: next.next })
      return true
    })
    const count = groupAccesses(this.#list.value?.items ?? []).length
    this.announce(this.#t('shown', { count }))
  }

  #download = async (): Promise<void> => {
    const [client, patientId, t] = [this.client, this.#patient.value?.id, this.#t]
    if (!client || !patientId) return
    this.announce(t('downloading'))
    const done = await this.#file.run(async (signal) => {
      const pages = client.accesses.ofPatient(patientId, { ...this.#query(), limit: 100 }, { signal })
      const rows = (await allAccesses(pages, signal)).map((access) => [
        `${this.format.date(access.at)}, ${this.format.time(access.at)}`,
        actorText(t, access, this.#isOwn(access)),
        stepText(t, access),
        t(`reason_${access.reason}`),
        access.purpose === null ? '' : t(`purpose_${access.purpose}`),
        access.application ?? '',
      ])
      const columns = (['When', 'Who', 'What', 'Why', 'Purpose', 'Where'] as const).map((part) => t(`column${part}`))
      saveFile(accessFile(columns, rows), `${t('fileName')}.csv`)
      return true as const
    })
    if (done) this.announce(t('downloaded'))
  }

  #question({ id }: AccessGroup): void {
    const patientId = this.#patient.value?.id
    if (!patientId || !emit(this, 'visit-access-questioned', { accessId: id, patientId })) return
    this.#questions.value?.open()
    this.contactAccessId = this.contactAccessId === id ? null : id
  }

  #isOwn({ actor }: Pick<Access, 'actor'>): boolean {
    return actor.kind === 'patient' && this.#own.value === true
  }

  protected override render(): unknown {
    const choice = this.#patient.render()
    if (choice) return choice
    const t = this.#t
    const { othersOnly, period } = this
    const own = this.#own.value ?? true
    return html`<section class="card" aria-labelledby="heading">
      <div class="pad row between wrap head">
        <div class="tight">
          <h3 id="heading" part="heading" tabindex="-1" aria-level=${this.headingLevel}>
            ${t(own ? 'heading' : 'headingOther')}
          </h3>
          <p class="small muted">${t(own ? 'intro' : 'introOther')}</p>
        </div>
        <button class="btn" type="button" aria-disabled=${this.#file.busy ? 'true' : nothing} @click=${this.#download}>
          ${iconDownload} ${t('download')}
        </button>
      </div>
      ${this.#file.problem ? html`<div class="pad">${problemView(this, this.#file.problem, { retry: () => void this.#download() })}</div>` : nothing}
      ${this.#questions.value?.list(this.headingLevel + 1) ?? nothing}
      ${accessFilters(t, { othersOnly, period }, (changed) => Object.assign(this, changed))} ${this.#entries()}
    </section>`
  }

  #entries(): unknown {
    const { now } = this.#list
    if (now.state === 'failed') {
      return html`<div class="pad lined">
        ${problemView(this, now.problem, { texts: this.#t, retry: () => this.startAgain() })}
      </div>`
    }
    if (now.state !== 'ready') return this.#skeleton()
    if (now.value.items.length === 0) return this.#empty()
    const days = this.#daysOf(now.value.items, this.format.zone)
    const chart = this.#chart.value
    return html`${chart ? keptRow([this.format, days], () => chart(days)) : nothing}
      <div part="list">
        ${repeat(
          days,
          ({ day }) => day,
          (day) => this.#keptDay(day),
        )}
      </div>
      ${this.#more.problem ? html`<div class="pad">${problemView(this, this.#more.problem, { retry: () => void this.#showMore() })}</div>` : nothing}
      ${
        now.value.next
          ? html`<div class="pad lined">
              <button
                class="btn wide"
                type="button"
                aria-disabled=${this.#more.busy ? 'true' : nothing}
                @click=${this.#showMore}
              >
                ${this.#t('more')}
              </button>
            </div>`
          : nothing
      }`
  }

  #groups(groups: readonly AccessGroup[]): TemplateResult {
    return html`<ul class="list">
      ${repeat(
        groups,
        ({ id }) => id,
        (group) => this.#entry(group),
      )}
    </ul>`
  }

  /** Only the day in which something was opened is rendered: its accesses are put around its visits each time. */
  #keptDay(day: AccessDay): unknown {
    const isOpen = [...day.people, ...day.systems].some(({ id }) => id === this.contactAccessId)
    // A form that is being filled in is rendered each time.
    const opened = isOpen ? {} : null
    const of = [this.format, day, this.#own.value, this.#around.value, this.#questions.value?.state, opened]
    return keptRow(of, () => this.#day(day))
  }

  /** People first. Computer systems act far more often, and are one line until they are opened. */
  #day({ at, people, systems }: AccessDay): TemplateResult {
    const t = this.#t
    const count = systems.reduce((sum, { steps }) => sum + steps.length, 0)
    return html`<section class="day lined">
      <h3 class="small" aria-level=${this.headingLevel + 1}>${this.format.date(at)}</h3>
      ${people.length > 0 ? (this.#around.value?.(people) ?? this.#groups(people)) : html`<p class="small muted none">${t('noPeople')}</p>`}
      ${
        systems.length > 0
          ? html`<details class="systems">
              <summary class="small">${t('systems', { count })}</summary>
              ${this.#groups(systems)}
            </details>`
          : nothing
      }
    </section>`
  }

  #entry(group: AccessGroup): unknown {
    const { format, headingLevel } = this
    const own = this.#isOwn(group)
    const isContactShown = this.contactAccessId === group.id
    const phone = isContactShown ? this.#contact.value : undefined
    const [questions, client, level] = [this.#questions.value, this.client, headingLevel + 2]
    return keptRow([format, group, own, phone, questions?.state, isContactShown && {}], () =>
      accessEntry({
        ...{ t: this.#t, format, level },
        ...{ group, own, isContactShown, phone },
        chip: questions?.chip(group),
        form: isContactShown && client ? questions?.form(client, group, level + 1) : undefined,
        onToggleContact: () => this.#question(group),
      }),
    )
  }

  #empty(): TemplateResult {
    const t = this.#t
    return html`<div class="empty lined tight">
      <h4 aria-level=${this.headingLevel + 1}>${t('emptyHeading')}</h4>
      <p class="small muted">${t(this.period === 'all' ? 'emptyText' : 'emptyFiltered')}</p>
    </div>`
  }

  #skeleton(): TemplateResult {
    return html`<div class="list lined" aria-busy="true">
      <p class="visually-hidden" role="status">${this.#t('loading')}</p>
      ${[1, 2, 3].map(
        () =>
          html`<div class="stack">
            <span class="skeleton short"></span><span class="skeleton"></span><span class="skeleton half"></span>
          </div>`,
      )}
    </div>`
  }
}
