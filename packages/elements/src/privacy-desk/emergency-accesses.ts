import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { EmergencyAccessReport, EmergencyOutcome, Me, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { followList } from '../core/follow-list.ts'
import { keptRow } from '../core/kept-row.ts'
import { KeptNote } from '../core/kept-note.ts'
import { Loader } from '../core/loader.ts'
import type { Translate } from '../core/localize.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { emergencyAccessesEn } from './emergency-accesses.en.ts'
import { emergencyAccessesMessages } from './emergency-accesses.messages.ts'

/** Maximum length of the note in the contract. */
const maxLength = 1000
const outcomes: readonly EmergencyOutcome[] = ['appropriate', 'not-appropriate', 'more-information']

/**
 * Charts that were opened in an emergency and wait for a review, in any element of staff. Needs `bannerStyles`, `buttonStyles`, `cardStyles`,
 * `chipStyles`, `fieldStyles` and `listStyles`.
 */
export class EmergencyAccessesPart {
  readonly #host: VisitElement
  readonly #t: Translate<typeof emergencyAccessesEn>
  readonly #client: VisitClient
  readonly #me: Pick<Me, 'personId'>
  readonly #counted: () => void
  readonly #shown: Loader<readonly EmergencyAccessReport[]>
  readonly #acting: Loader<EmergencyAccessReport>
  readonly #note: KeptNote
  #refresh: () => void = () => undefined
  #reviewed: string | null = null
  #outcome: EmergencyOutcome | '' = ''
  #isTried = false

  /** @param counted - Called after each change of the list. */
  constructor(host: VisitElement, client: VisitClient, me: Pick<Me, 'personId'>, counted: () => void) {
    this.#host = host
    this.#t = host.language.bundle(emergencyAccessesMessages)
    host.language.refresh()
    this.#client = client
    this.#me = me
    this.#counted = counted
    this.#shown = new Loader(host)
    this.#acting = new Loader(host)
    this.#note = new KeptNote(host, 'emergency-review')
  }

  get count(): number {
    return this.#shown.value?.length ?? 0
  }

  /** Whether it was read, or could not be. */
  get isRead(): boolean {
    return this.#shown.now.state === 'ready' || this.#shown.now.state === 'failed'
  }

  follow(signal: AbortSignal): void {
    const client = this.#client
    const reading = this.#shown.run(() => {
      const watch = client.watch(
        async (options) => (await client.emergencyAccesses.list({ waiting: true, limit: 50 }, options).page()).items,
        { on: ['emergency-access.changed'], signal },
      )
      this.#refresh = () => watch.refresh()
      return followList(watch, (value) => {
        this.#shown.set(value)
        this.#counted()
      })
    })
    void reading.then(() => this.#counted())
  }

  clear(): void {
    this.#shown.reset()
    this.#acting.reset()
    this.#note.reset()
    this.#reviewed = null
    this.#outcome = ''
    this.#isTried = false
  }

  #ask(id: string | null): void {
    this.#reviewed = id
    this.#outcome = ''
    this.#note.begin()
    this.#isTried = false
    this.#acting.reset()
    this.#host.requestUpdate()
    void moveFocus(this.#host, id === null ? '#section-emergencies' : '#emergency-outcome')
  }

  get #isNoteMissing(): boolean {
    return this.#outcome !== 'appropriate' && this.#note.text === ''
  }

  async #save(event: Event, { id, version }: EmergencyAccessReport): Promise<void> {
    event.preventDefault()
    if (this.#acting.busy) return
    this.#isTried = true
    this.#host.requestUpdate()
    const outcome = this.#outcome
    if (outcome === '') return moveFocus(this.#host, '#emergency-outcome')
    if (this.#isNoteMissing) return moveFocus(this.#host, '#emergency-note')
    const note = this.#note.text
    const body = { outcome, ...(note !== '' && { note }), version }
    const done = await this.#acting.run(() => this.#client.emergencyAccesses.review(id, body))
    this.#refresh()
    if (!done) return
    void this.#note.sent()
    this.#ask(null)
    this.#host.announce(this.#t('saved'))
  }

  #choices(isFault: boolean): TemplateResult {
    const t = this.#t
    return html`<fieldset
      class="tight"
      id="emergency-outcome"
      tabindex="-1"
      aria-describedby=${isFault ? 'emergency-outcome-fault' : nothing}
    >
      <legend>${t('outcome')}</legend>
      ${isFault ? html`<p class="error" id="emergency-outcome-fault" role="alert">${t('outcomeFault')}</p>` : nothing}
      ${outcomes.map(
        (outcome) =>
          html`<label class="choice"
            ><input
              type="radio"
              name="outcome"
              value=${outcome}
              .checked=${this.#outcome === outcome}
              @change=${() => {
                this.#outcome = outcome
                this.#host.requestUpdate()
              }}
            />
            ${t(`outcome_${outcome}`)}</label
          >`,
      )}
    </fieldset>`
  }

  #form(report: EmergencyAccessReport): TemplateResult {
    const t = this.#t
    const isFault = this.#isTried && this.#outcome !== '' && this.#isNoteMissing
    const { busy } = this.#acting
    return html`<form class="stack grow" novalidate @submit=${(event: Event) => void this.#save(event, report)}>
      ${this.#choices(this.#isTried && this.#outcome === '')}
      ${this.#note.render(
        this.#client,
        { about: report.id, patientId: report.patientId },
        {
          ...{ id: 'emergency-note', rows: 2, maxLength, label: t('note'), hint: t('noteHint') },
          fault: isFault ? t('noteFault') : null,
        },
      )}
      <div class="row wrap">
        <button class="btn primary small" aria-disabled=${busy ? 'true' : nothing}>${t('save')}</button>
        <button class="btn small" type="button" @click=${() => this.#ask(null)}>${t('cancel')}</button>
      </div>
    </form>`
  }

  #chips({ escalatedAt, review, until, endedAt }: EmergencyAccessReport): unknown {
    const t = this.#t
    return [
      escalatedAt === undefined ? nothing : html`<span class="chip bad">${t('overdue')}</span>`,
      review === undefined ? nothing : html`<span class="chip warn">${t('asked')}</span>`,
      endedAt === undefined && Date.parse(until) > Date.now()
        ? html`<span class="chip warn">${t('openNow')}</span>`
        : nothing,
    ]
  }

  #line(report: EmergencyAccessReport): TemplateResult {
    const t = this.#t
    const { format } = this.#host
    const { patientName, openedBy, reason, text, from, reviewBy, review } = report
    const name = patientName ?? t('erased')
    const about = [
      t('openedBy', { name: openedBy.displayName }),
      format.moment(from),
      t('dueBy', { date: format.moment(reviewBy) }),
    ]
    const isOwn = openedBy.memberId === this.#me.personId
    const action = html`<button
      class="btn small"
      type="button"
      aria-label=${t('reviewName', { name })}
      @click=${() => this.#ask(report.id)}
    >
      ${t('review')}
    </button>`
    return html`<li class="stack">
      <div class="row between wrap">
        <div class="tight grow">
          <span class="row wrap"><b dir="auto">${name}</b> ${this.#chips(report)}</span>
          <span class="small muted">${format.list(about)}</span>
          <p>${t(`reason_${reason}`)}</p>
          ${text === null ? nothing : html`<p class="small" dir="auto">${text}</p>`}
          ${
            review?.note
              ? html`<p class="small">${t('askedNote', { name: review.reviewedBy.displayName, note: review.note })}</p>`
              : nothing
          }
          ${isOwn ? html`<p class="small muted">${t('own')}</p>` : nothing}
        </div>
        ${isOwn || this.#reviewed === report.id ? nothing : action}
      </div>
      ${this.#reviewed === report.id ? this.#form(report) : nothing}
    </li>`
  }

  view(): TemplateResult | typeof nothing {
    const { value = [], problem } = { value: this.#shown.value, problem: this.#shown.problem }
    const failed = problem ?? this.#acting.problem
    if (!failed && value.length === 0) return nothing
    return html`<section class="card" aria-labelledby="section-emergencies">
      <h3 class="pad" id="section-emergencies" tabindex="-1">
        ${this.#t('heading', { count: this.#host.format.number(value.length) })}
      </h3>
      ${failed ? html`<div class="pad">${problemView(this.#host, failed, { texts: this.#t })}</div>` : nothing}
      <ul class="list">
        ${repeat(
          value,
          ({ id }) => id,
          (report) =>
            // The review that is being written is rendered each time.
            keptRow([this.#host.format, report, this.#reviewed === report.id && {}], () => this.#line(report)),
        )}
      </ul>
    </section>`
  }
}
