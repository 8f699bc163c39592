import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { EmergencyOutcome, Me, Read, ReviewEmergencyAccess, VisitClient, WatchOptions } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { keptRow } from '../core/kept-row.ts'
import { KeptNote } from '../core/kept-note.ts'
import { Loader } from '../core/loader.ts'
import type { ProblemTexts } from '../core/problem-text.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { LiveList } from '../inbox/live-list.ts'

/** Maximum length of the note in the contract. */
const maxLength = 1000
const outcomes: readonly EmergencyOutcome[] = ['appropriate', 'not-appropriate', 'more-information']

/** What a person did in an emergency, and another one reviews. */
interface EmergencyReport {
  readonly id: string
  readonly patientId: string
  readonly patientName: string | null
  readonly text: string | null
  readonly version: number
}

type FixedText =
  | ('erased' | 'own' | 'review' | 'outcome' | `outcome_${EmergencyOutcome}` | 'outcomeFault')
  | ('note' | 'noteHint' | 'noteFault' | 'save' | 'cancel' | 'saved')

/** What the bundle of each kind has, without placeholders: `Translate` of one bundle is not assignable to that of another. */
interface ReviewTexts extends ProblemTexts {
  (key: FixedText): string
}

/** How one kind of reports is read, shown and reviewed. */
export interface EmergencyKind<Report extends EmergencyReport> {
  /** Begins the ids of what is shown. */
  readonly name: 'emergency' | 'admission'
  readonly texts: ReviewTexts
  readonly heading: (count: string) => string
  readonly reviewName: (name: string) => string
  readonly on: WatchOptions['on']
  readonly read: Read<readonly Report[]>
  readonly review: (id: string, body: ReviewEmergencyAccess) => Promise<Report>
  readonly lineOf: (report: Report) => {
    readonly chips: unknown
    /** Who did it, when, and by when it has to be reviewed. */
    readonly about: readonly string[]
    readonly reason: string
    /** The member who did it, and must not review it. */
    readonly memberId: string
    /** Who asked for more information, and what. Null when no one did. */
    readonly asked: string | null
  }
}

/**
 * What was done in an emergency and waits for a review, in any element of staff. Needs `bannerStyles`, `buttonStyles`, `cardStyles`,
 * `chipStyles`, `fieldStyles` and `listStyles`.
 */
export class EmergencyReviews<Report extends EmergencyReport> {
  readonly #host: VisitElement
  readonly #client: VisitClient
  readonly #me: Pick<Me, 'personId'>
  readonly #kind: EmergencyKind<Report>
  readonly #shown: LiveList<readonly Report[]>
  readonly #acting: Loader<Report>
  readonly #note: KeptNote
  #reviewed: string | null = null
  #outcome: EmergencyOutcome | '' = ''
  #isTried = false

  /** @param counted - Called after each change of the list. */
  constructor(
    host: VisitElement,
    client: VisitClient,
    me: Pick<Me, 'personId'>,
    counted: () => void,
    kind: EmergencyKind<Report>,
  ) {
    this.#host = host
    this.#client = client
    this.#me = me
    this.#kind = kind
    this.#shown = new LiveList(host, counted)
    this.#acting = new Loader(host)
    this.#note = new KeptNote(host, 'emergency-review')
  }

  get count(): number {
    return this.#shown.value?.length ?? 0
  }

  get isRead(): boolean {
    return this.#shown.isRead
  }

  follow(signal: AbortSignal): void {
    const { read, on } = this.#kind
    this.#shown.follow(this.#client, read, { on, signal })
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
    const { name } = this.#kind
    this.#reviewed = id
    this.#outcome = ''
    this.#note.begin()
    this.#isTried = false
    this.#acting.reset()
    this.#host.requestUpdate()
    void moveFocus(this.#host, id === null ? `#section-${name}` : `#${name}-outcome`)
  }

  get #isNoteMissing(): boolean {
    return this.#outcome !== 'appropriate' && this.#note.text === ''
  }

  async #save(event: Event, { id, version }: Report): Promise<void> {
    event.preventDefault()
    if (this.#acting.busy) return
    this.#isTried = true
    this.#host.requestUpdate()
    const { name, texts, review } = this.#kind
    const outcome = this.#outcome
    if (outcome === '') return moveFocus(this.#host, `#${name}-outcome`)
    if (this.#isNoteMissing) return moveFocus(this.#host, `#${name}-note`)
    const note = this.#note.text
    const body = { outcome, ...(note !== '' && { note }), version }
    const done = await this.#acting.run(() => review(id, body))
    this.#shown.refresh()
    if (!done) return
    void this.#note.sent()
    this.#ask(null)
    this.#host.announce(texts('saved'))
  }

  #choices(isFault: boolean): TemplateResult {
    const { name, texts: t } = this.#kind
    return html`<fieldset
      class="tight"
      id="${name}-outcome"
      tabindex="-1"
      aria-describedby=${isFault ? `${name}-outcome-fault` : nothing}
    >
      <legend>${t('outcome')}</legend>
      ${isFault ? html`<p class="error" id="${name}-outcome-fault" role="alert">${t('outcomeFault')}</p>` : nothing}
      ${outcomes.map(
        (outcome) =>
          html`<label class="choice"
            ><input
              type="radio"
              name="${name}-outcome"
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

  #form(report: Report): TemplateResult {
    const { name, texts: t } = this.#kind
    const isFault = this.#isTried && this.#outcome !== '' && this.#isNoteMissing
    const { busy } = this.#acting
    return html`<form class="stack grow" novalidate @submit=${(event: Event) => void this.#save(event, report)}>
      ${this.#choices(this.#isTried && this.#outcome === '')}
      ${this.#note.render(
        this.#client,
        { about: report.id, patientId: report.patientId },
        {
          ...{ id: `${name}-note`, rows: 2, maxLength, label: t('note'), hint: t('noteHint') },
          fault: isFault ? t('noteFault') : null,
        },
      )}
      <div class="row wrap">
        <button class="btn primary small" aria-disabled=${busy ? 'true' : nothing}>${t('save')}</button>
        <button class="btn small" type="button" @click=${() => this.#ask(null)}>${t('cancel')}</button>
      </div>
    </form>`
  }

  #line(report: Report): TemplateResult {
    const { texts: t, reviewName, lineOf } = this.#kind
    const { id, patientName, text } = report
    const { chips, about, reason, memberId, asked } = lineOf(report)
    const name = patientName ?? t('erased')
    const isOwn = memberId === this.#me.personId
    const isReviewed = this.#reviewed === id
    const action = html`<button
      class="btn small"
      type="button"
      aria-label=${reviewName(name)}
      @click=${() => this.#ask(id)}
    >
      ${t('review')}
    </button>`
    return html`<li class="stack">
      <div class="row between wrap">
        <div class="tight grow">
          <span class="row wrap"><b dir="auto">${name}</b> ${chips}</span>
          <span class="small muted">${this.#host.format.list(about)}</span>
          <p>${reason}</p>
          ${text === null ? nothing : html`<p class="small" dir="auto">${text}</p>`}
          ${asked === null ? nothing : html`<p class="small">${asked}</p>`}
          ${isOwn ? html`<p class="small muted">${t('own')}</p>` : nothing}
        </div>
        ${isOwn || isReviewed ? nothing : action}
      </div>
      ${isReviewed ? this.#form(report) : nothing}
    </li>`
  }

  view(): TemplateResult | typeof nothing {
    const { name, texts, heading } = this.#kind
    const { value = [], problem } = this.#shown
    const failed = problem ?? this.#acting.problem
    if (!failed && value.length === 0) return nothing
    return html`<section class="card" aria-labelledby="section-${name}">
      <h3 class="pad" id="section-${name}" tabindex="-1">${heading(this.#host.format.number(value.length))}</h3>
      ${failed ? html`<div class="pad">${problemView(this.#host, failed, { texts })}</div>` : nothing}
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
