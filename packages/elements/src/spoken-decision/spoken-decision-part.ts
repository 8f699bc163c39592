import { html, nothing, type TemplateResult } from 'lit'
import type { Appointment, ConsentRequirement, Proxy, VisitClient } from '@visitkit/sdk'
import { adoptStyles } from '../core/adopt-styles.ts'
import { moveFocus } from '../core/focus.ts'
import { IdempotencyKeys } from '../core/idempotency-keys.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import { fieldStyles } from '../core/styles/field.ts'
import type { VisitElement } from '../core/visit-element.ts'
import {
  attestedBody,
  mayDecide,
  missingOf,
  nothingSaid,
  type SpokenAnswers,
  type SpokenFault,
} from './spoken-answers.ts'
import { spokenDecisionMessages } from './spoken-decision.messages.ts'
import { spokenDecisionStyles } from './spoken-decision.styles.ts'
import { spokenFields } from './spoken-fields.ts'
import { readAloud, signNote } from './read-aloud.ts'

/** A visit for which a member of staff may record what the patient says. */
export interface SpokenVisit {
  readonly appointmentId: string
  /** Of the patient; empty while it is not known. */
  readonly name: string
  /** Where the visit says that the patient is; empty while it is not known. */
  readonly state?: string
}

/** What is read before the questions. */
interface About {
  readonly appointment: Appointment
  readonly proxies: readonly Proxy[]
}

interface SpokenDecisionOptions {
  readonly client: () => VisitClient | null
  /** After each decision that was recorded. */
  readonly recorded: () => void
  /** The form was closed. */
  readonly closed: () => void
  /** It is in place of the whole element, whose heading it has. */
  readonly isWhole?: boolean
}

/** The form with which a member of staff records a spoken yes or no to what a visit needs, and the buttons that open it. */
export class SpokenDecisionPart {
  readonly #host: VisitElement
  readonly #t
  readonly #options: SpokenDecisionOptions
  readonly #about: Loader<About>
  readonly #required: Loader<readonly ConsentRequirement[]>
  readonly #sent: Loader<true>
  readonly #keys = new IdempotencyKeys()
  #visit: SpokenVisit | null = null
  #answers: SpokenAnswers = nothingSaid
  /** What was asked for and is missing: of a yes, or of a no. */
  #tried: 'yes' | 'no' | null = null
  /** By document. */
  readonly #decided = new Map<string, { readonly title: string; readonly isYes: boolean }>()

  constructor(host: VisitElement, options: SpokenDecisionOptions) {
    this.#host = host
    this.#t = host.language.bundle(spokenDecisionMessages)
    host.language.refresh()
    adoptStyles(host, [fieldStyles, spokenDecisionStyles])
    this.#options = options
    this.#about = new Loader(host)
    this.#required = new Loader(host)
    this.#sent = new Loader(host)
  }

  clear(): void {
    for (const loader of [this.#about, this.#required, this.#sent]) loader.reset()
    this.#visit = null
    this.#answers = nothingSaid
    this.#tried = null
    this.#decided.clear()
  }

  button(visit: SpokenVisit): TemplateResult {
    return html`<button
      class="btn small spoken"
      type="button"
      aria-label=${this.#t('offerName', { name: visit.name })}
      @click=${() => this.open(visit)}
    >
      ${this.#t('offer')}
    </button>`
  }

  get #headingId(): string {
    return this.#options.isWhole ? 'heading' : 'spoken-heading'
  }

  get #level(): number {
    return this.#host.headingLevel + (this.#options.isWhole ? 0 : 1)
  }

  open(visit: SpokenVisit): void {
    this.clear()
    this.#visit = visit
    this.#answers = { ...nothingSaid, state: visit.state ?? '' }
    void this.#read(visit)
    this.#host.requestUpdate()
    void moveFocus(this.#host, `#${this.#headingId}`)
  }

  #close(): void {
    this.clear()
    this.#host.requestUpdate()
    this.#options.closed()
  }

  async #read({ appointmentId }: SpokenVisit): Promise<void> {
    const client = this.#options.client()
    if (!client) return
    await this.#about.run(async (signal) => {
      const appointment = await client.appointments.get(appointmentId, { signal })
      const { items } = await client.proxies.list(appointment.patientId, {}, { signal })
      return { appointment, proxies: items.filter((proxy) => mayDecide(proxy, this.#host.format.today)) }
    })
    if (this.#answers.state !== '') await this.#ask()
  }

  #answer(change: Partial<SpokenAnswers>): void {
    this.#answers = { ...this.#answers, ...change }
    this.#host.requestUpdate()
    if (change.state !== undefined) void this.#ask()
  }

  /** What is missing, by the law of where the patient is now, in the language of the patient. */
  async #ask(quietly = false): Promise<void> {
    const [client, about, { state }] = [this.#options.client(), this.#about.value, this.#answers]
    if (!client || !about) return
    const { id, patientId, requiredConsents: purposes } = about.appointment
    await this.#required.run(
      async (signal) => {
        if (purposes.length === 0) return []
        const query = { purposes, appointmentId: id, state }
        const { items } = await client.consents.requirements(patientId, query, { signal })
        return items.filter(({ status }) => status !== 'granted')
      },
      { quietly },
    )
  }

  get #open(): ConsentRequirement | undefined {
    return this.#required.value?.find(({ document }) => !this.#decided.has(document.id))
  }

  #faults(): readonly SpokenFault[] {
    return this.#tried === null ? [] : missingOf(this.#answers, this.#tried === 'yes')
  }

  /** The name of who decides. */
  #name({ appointment, proxies }: About): string {
    const proxy = proxies.find(({ id }) => id === this.#answers.who)
    return proxy?.displayName ?? appointment.patient?.displayName ?? this.#visit?.name ?? ''
  }

  async #record(isYes: boolean): Promise<void> {
    const [client, about, open] = [this.#options.client(), this.#about.value, this.#open]
    if (!client || !about || !open || this.#sent.busy) return
    this.#tried = isYes ? 'yes' : 'no'
    this.#host.requestUpdate()
    const [fault] = this.#faults()
    if (fault) return moveFocus(this.#host, `#spoken-${fault}`)
    const { document } = open
    const { id: appointmentId, patientId } = about.appointment
    const zone = this.#host.format.zone
    const body = attestedBody(document, this.#answers, isYes, { name: this.#name(about), zone, appointmentId })
    if (!body) return
    const done = await this.#sent.run(async (signal) => {
      await client.consents.decide(patientId, body, { signal, ...this.#keys.for('decide', body) })
      return true as const
    })
    if (!done) {
      if (this.#sent.problem?.code === 'document_changed') {
        this.#answers = { ...this.#answers, wasRead: false }
        void this.#ask(true)
      }
      return
    }
    this.#keys.done()
    this.#decided.set(document.id, { title: document.title, isYes })
    this.#answers = { ...this.#answers, wasRead: false }
    this.#tried = null
    this.#host.requestUpdate()
    this.#host.announce(this.#t(isYes ? 'saidYes' : 'saidNo', { title: document.title }))
    this.#options.recorded()
    void moveFocus(this.#host, this.#open ? '#spoken-open' : `#${this.#headingId}`)
  }

  #question(open: ConsentRequirement): TemplateResult {
    const t = this.#t
    const { document, reason, form } = open
    const { problem, busy } = this.#sent
    const mustSign = form === 'written'
    const button = (isYes: boolean): TemplateResult =>
      html`<button
        class="btn ${isYes ? 'primary say-yes' : 'say-no'}"
        type="button"
        aria-disabled=${busy ? 'true' : nothing}
        @click=${() => void this.#record(isYes)}
      >
        ${t(isYes ? 'yes' : 'no')}
      </button>`
    return html`<div class="stack">
      <div class="tight">
        <h4 id="spoken-open" tabindex="-1" aria-level=${this.#level + 1} lang=${document.language}>
          ${document.title}
        </h4>
        ${reason && reason !== 'first-time' ? html`<p class="small muted">${t(`reason_${reason}`)}</p>` : nothing}
      </div>
      ${
        mustSign
          ? signNote(t)
          : readAloud(this.#host, t, document, {
              level: this.#level + 2,
              wasRead: this.#answers.wasRead,
              isFault: this.#faults().includes('wasRead'),
              confirm: (wasRead) => this.#answer({ wasRead }),
            })
      }
      ${problem ? problemView(this.#host, problem, { texts: t }) : nothing}
      <div class="row wrap">
        ${mustSign ? nothing : button(true)} ${button(false)}
        ${busy ? html`<span class="small muted" role="status">${t('saving')}</span>` : nothing}
      </div>
    </div>`
  }

  /** What is asked, once the state is known. */
  #asked(): unknown {
    const t = this.#t
    const { now } = this.#required
    if (now.state === 'failed') return problemView(this.#host, now.problem, { texts: t, retry: () => void this.#ask() })
    if (now.state === 'loading') return html`<p class="small muted" role="status" aria-busy="true">${t('loading')}</p>`
    if (now.state === 'idle') return nothing
    return this.#open ? this.#question(this.#open) : html`<p>${t('nothingMissing')}</p>`
  }

  #done(): TemplateResult | typeof nothing {
    const [t, done] = [this.#t, [...this.#decided.values()]]
    if (done.length === 0) return nothing
    return html`<div class="stack">
      <ul class="tight">
        ${done.map(({ title, isYes }) => html`<li>${t(isYes ? 'saidYes' : 'saidNo', { title })}</li>`)}
      </ul>
      <p>${t('doneText')}</p>
      ${done.some(({ isYes }) => !isYes) ? html`<p>${t('noHelp')}</p>` : nothing}
    </div>`
  }

  #form(about: About): unknown {
    const isDone = this.#decided.size > 0 && !this.#open
    return isDone
      ? this.#done()
      : html`${this.#done()}
        ${spokenFields(this.#t, {
          answers: this.#answers,
          faults: this.#faults(),
          patient: about.appointment.patient?.displayName ?? this.#visit?.name ?? '',
          proxies: about.proxies,
          change: (change) => this.#answer(change),
        })}
        ${this.#asked()}`
  }

  view(): TemplateResult | typeof nothing {
    const visit = this.#visit
    if (!visit) return nothing
    const t = this.#t
    const { now } = this.#about
    const name = visit.name || (this.#about.value?.appointment.patient?.displayName ?? '')
    return html`<section class="card pad stack spoken-form" aria-labelledby=${this.#headingId}>
      <div class="tight">
        <h3 id=${this.#headingId} tabindex="-1" aria-level=${this.#level}>
          ${name ? t('heading', { name }) : t('headingAlone')}
        </h3>
        <p class="small">${t('intro')}</p>
      </div>
      ${
        now.state === 'ready'
          ? this.#form(now.value)
          : now.state === 'failed'
            ? problemView(this.#host, now.problem, { texts: t, retry: () => void this.#read(visit) })
            : html`<p class="small muted" role="status" aria-busy="true">${t('loading')}</p>`
      }
      <div class="row wrap">
        <button class="btn" type="button" @click=${() => this.#close()}>
          ${t(this.#decided.size > 0 ? 'close' : 'cancel')}
        </button>
      </div>
    </section>`
  }
}
