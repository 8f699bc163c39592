import { html, nothing, type TemplateResult } from 'lit'
import type { Cover, Me, StartCover, VisitClient } from '@visitkit/sdk'
import { IdempotencyKeys } from './idempotency-keys.ts'
import type { VisitConnection } from './client-context.ts'
import type { CoverHost, CoverView } from './cover-view.ts'
import type { coverStepEn } from './cover-step.en.ts'
import { coverStepMessages } from './cover-step.messages.ts'
import { coverStepStyles } from './cover-step.styles.ts'
import { moveFocus } from './focus.ts'
import { iconCheck } from './icons.ts'
import { Loader } from './loader.ts'
import type { Translate } from './localize.ts'
import type { Problem } from './problem.ts'
import { problemText } from './problem-text.ts'

type Reason = StartCover['reason']
interface Colleague {
  readonly id: string
  readonly displayName: string
}

const reasons: readonly Reason[] = [
  'absent',
  'on-leave',
  'off-shift',
  'emergency',
  'workload',
  'at-request',
  'supervision',
]
/** Hours. The longest is the server's default limit. */
const lengths: readonly number[] = [1, 4, 8, 12]
/** A longer list would be hard to choose from. */
const mostColleagues = 6
const hour = 3_600_000

/** One minute less, because the clock of this page may be ahead of the server's. */
const endOf = (hours: number): string => new Date(Date.now() + hours * hour - 60_000).toISOString()

const steps = new WeakMap<CoverHost, CoverStep>()

/** One instance per element. */
export const coverStepOf = (host: CoverHost, connection: VisitConnection): CoverStep => {
  const step = steps.get(host) ?? new CoverStep(host)
  steps.set(host, step)
  step.connection = connection
  return step
}

/**
 * Below a refusal that names practitioners: takes cover for one of them, with a reason and an end. Then the refused request is retried, or
 * the person is asked to retry it; typed text is kept.
 */
export class CoverStep {
  connection: VisitConnection | null = null
  readonly #host: CoverHost
  readonly #t: Translate<typeof coverStepEn>
  /** The user: not everyone can take cover. */
  readonly #me: Loader<Me>
  readonly #colleagues: Loader<readonly Colleague[]>
  readonly #starting: Loader<Cover>
  readonly #keys = new IdempotencyKeys()
  /** The refusal at which the step is open. Another refusal starts closed. */
  #openAt: Problem | null = null
  /** The refusal that taking cover resolved. */
  #doneAt: Problem | null = null
  #practitionerId = ''
  #reason: Reason | '' = ''
  #hours = lengths[1] as number
  #showsFault = false

  constructor(host: CoverHost) {
    this.#host = host
    this.#t = host.language.bundle(coverStepMessages)
    this.#me = new Loader(host)
    this.#colleagues = new Loader(host)
    this.#starting = new Loader(host)
    const root = host.shadowRoot as ShadowRoot
    const { styleSheet } = coverStepStyles
    if (styleSheet) root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet]
    // It is created during a render, and what follows requests another render.
    queueMicrotask(() => {
      host.language.refresh()
      void this.#me.run(async () => {
        if (!this.connection) throw new Error('no provider')
        return this.connection.me()
      })
    })
  }

  /** @param again - Retries the refused request; without it the person is asked to retry. */
  of(problem: Problem, again?: () => void): CoverView {
    const cover = this.#starting.value
    if (this.#doneAt === problem && cover) return { instead: this.#done(cover) }
    if (!this.#me.value?.permissions.includes('cover:take')) return {}
    if (this.#openAt !== problem)
      return {
        view: html`<div>
          <button class="btn" type="button" @click=${() => void this.#open(problem)}>${this.#t('take')}</button>
        </div>`,
      }
    return { view: this.#form(problem, again), isOpen: true }
  }

  async #open(problem: Problem): Promise<void> {
    const { client } = this.connection ?? {}
    if (!client) return
    this.#openAt = problem
    this.#showsFault = false
    this.#reason = ''
    this.#keys.done()
    this.#starting.reset()
    const found = await this.#colleagues.run((signal) => named(client, problem.owners ?? [], signal))
    if (!found || this.#openAt !== problem) return
    this.#practitionerId = found[0]?.id ?? ''
    this.#host.requestUpdate()
    await moveFocus(this.#host, '#cover-heading')
  }

  #close = (): void => {
    this.#openAt = null
    this.#colleagues.reset()
    this.#starting.reset()
  }

  async #start(event: Event, problem: Problem, again?: () => void): Promise<void> {
    event.preventDefault()
    const { client } = this.connection ?? {}
    if (!client || this.#starting.busy) return
    this.#showsFault = true
    this.#host.requestUpdate()
    const reason = this.#reason
    if (!reason) return moveFocus(this.#host, '#cover-reason')
    const [practitionerId, hours] = [this.#practitionerId, this.#hours]
    const until = endOf(hours)
    const options = this.#keys.for('cover', { practitionerId, reason, hours })
    const cover = await this.#starting.run(() => client.covers.start({ practitionerId, reason, until }, options))
    if (!cover && this.#starting.problem?.code !== 'cover_exists') return
    this.#keys.done()
    this.#openAt = null
    this.#doneAt = problem
    this.#host.requestUpdate()
    if (cover) this.#host.announce(this.#doneText(cover))
    if (again) again()
    else await moveFocus(this.#host, '#cover-done')
  }

  #doneText({ practitioner, until }: Cover): string {
    return this.#t('done', { name: practitioner.displayName, time: this.#host.format.time(until) })
  }

  #done(cover: Cover): TemplateResult {
    return html`<div class="banner ok" id="cover-done" tabindex="-1">
      ${iconCheck}
      <div class="tight">
        <p><b>${this.#doneText(cover)}</b></p>
        <p>${this.#t('goOn')}</p>
      </div>
    </div>`
  }

  #form(problem: Problem, again?: () => void): TemplateResult {
    const t = this.#t
    const { now } = this.#colleagues
    if (now.state === 'failed') return html`<p>${problemText(this.#host, now.problem).join(' ')}</p>`
    if (now.state !== 'ready') return html`<p class="muted" role="status">${t('loading')}</p>`
    const colleagues = now.value
    const chosen = colleagues.find(({ id }) => id === this.#practitionerId)
    const name = chosen?.displayName ?? ''
    const refusal = this.#starting.problem
    const isFault = this.#showsFault && this.#reason === ''
    return html`<form
      class="cover-step"
      aria-labelledby="cover-heading"
      novalidate
      @submit=${(event: Event) => void this.#start(event, problem, again)}
    >
      <p id="cover-heading" tabindex="-1">
        <b>${colleagues.length === 1 ? t('heading', { name }) : t('headingOpen')}</b>
      </p>
      <div class="fields">
        ${colleagues.length === 1 ? nothing : this.#choice(colleagues)} ${this.#why(isFault)} ${this.#length()}
      </div>
      <p class="small">${t('record', { name })}</p>
      ${refusal ? html`<p class="fault" role="alert">${problemText(this.#host, refusal, t).join(' ')}</p>` : nothing}
      <div class="row wrap">
        <button class="btn primary" type="submit" aria-disabled=${this.#starting.busy ? 'true' : nothing}>
          ${t(this.#starting.busy ? 'working' : 'confirm')}
        </button>
        <button class="btn" type="button" @click=${this.#close}>${t('cancel')}</button>
      </div>
    </form>`
  }

  #choice(colleagues: readonly Colleague[]): TemplateResult {
    return html`<label>
      ${this.#t('practitioner')}
      <select
        @change=${(event: Event) => {
          this.#practitionerId = (event.target as HTMLSelectElement).value
          this.#host.requestUpdate()
        }}
      >
        ${colleagues.map(
          ({ id, displayName }) =>
            html`<option value=${id} ?selected=${id === this.#practitionerId}>${displayName}</option>`,
        )}
      </select>
    </label>`
  }

  #why(isFault: boolean): TemplateResult {
    const t = this.#t
    return html`<label>
      ${t('why')}
      <select
        id="cover-reason"
        required
        aria-invalid=${isFault ? 'true' : nothing}
        aria-describedby=${isFault ? 'cover-fault' : nothing}
        @change=${(event: Event) => {
          this.#reason = (event.target as HTMLSelectElement).value as Reason
          this.#host.requestUpdate()
        }}
      >
        <option value="" ?selected=${this.#reason === ''} disabled>${t('choose')}</option>
        ${reasons.map(
          (reason) =>
            html`<option value=${reason} ?selected=${reason === this.#reason}>${t(`reason_${reason}`)}</option>`,
        )}
      </select>
      ${isFault ? html`<span class="fault" id="cover-fault">${t('chooseFault')}</span>` : nothing}
    </label>`
  }

  #length(): TemplateResult {
    const t = this.#t
    return html`<label>
      ${t('until')}
      <select
        @change=${(event: Event) => {
          this.#hours = Number((event.target as HTMLSelectElement).value)
          this.#host.requestUpdate()
        }}
      >
        ${lengths.map(
          (count) =>
            html`<option value=${count} ?selected=${count === this.#hours}>
              ${t('untilHours', { count, time: this.#host.format.time(endOf(count)) })}
            </option>`,
        )}
      </select>
    </label>`
  }
}

/** Names of the practitioners who can be covered. */
const named = async (client: VisitClient, ids: readonly string[], signal: AbortSignal): Promise<Colleague[]> => {
  const found = await Promise.all(ids.slice(0, mostColleagues).map((id) => client.practitioners.get(id, { signal })))
  return found.map(({ id, displayName }) => ({ id, displayName }))
}
