import { html, nothing, type TemplateResult } from 'lit'
import type { EmergencyAccess, EmergencyReason, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { followWatch } from '../core/follow-watch.ts'
import { iconAlert } from '../core/icons.ts'
import { IdempotencyKeys } from '../core/idempotency-keys.ts'
import { LazyKeptText } from '../core/lazy-kept-text.ts'
import { Loader } from '../core/loader.ts'
import type { Translate } from '../core/localize.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { emergencyEn } from './emergency.en.ts'
import { emergencyMessages } from './emergency.messages.ts'

const reasons: readonly EmergencyReason[] = ['life-at-risk', 'cannot-answer', 'nobody-reachable', 'danger-to-others']
/** Of the contract. Characters. */
const shortest = 10
const longest = 1000
const minute = 60_000

/** A chart that the clinician opens in an emergency: the form below the refusal, and the banner for as long as it is open. */
export class EmergencyPart {
  readonly #host: VisitElement
  readonly #t: Translate<typeof emergencyEn>
  readonly #shown: Loader<EmergencyAccess | null>
  readonly #acting: Loader<EmergencyAccess>
  readonly #keys = new IdempotencyKeys()
  readonly #kept: LazyKeptText
  #client: VisitClient | null = null
  #patientId = ''
  #isAsked = false
  #reason: EmergencyReason | '' = ''
  #text = ''
  #isTried = false
  #tick: ReturnType<typeof setTimeout> | undefined
  #refresh: () => void = () => undefined

  constructor(host: VisitElement) {
    this.#host = host
    this.#t = host.language.bundle(emergencyMessages)
    this.#shown = new Loader(host)
    this.#acting = new Loader(host)
    this.#kept = new LazyKeptText(host, 'emergency-access', (text) => {
      this.#text = text
      host.requestUpdate()
    })
  }

  /** Follows whether this chart is open to the reader only because of an emergency. */
  follow(client: VisitClient, patientId: string, signal: AbortSignal): void {
    this.#client = client
    this.#patientId = patientId
    signal.addEventListener('abort', () => clearTimeout(this.#tick), { once: true })
    void this.#shown
      .run(() => {
        const watch = client.watch(
          async (reading) =>
            (await client.emergencyAccesses.listOwn(reading)).items.find((each) => each.patientId === patientId) ??
            null,
          { on: ['emergency-access.changed'], signal },
        )
        this.#refresh = () => watch.refresh()
        return followWatch(watch, (open) => this.#changed(open))
      })
      .then(() => this.#wait())
  }

  reset(): void {
    clearTimeout(this.#tick)
    this.#shown.reset()
    this.#acting.reset()
    this.#kept.reset()
    this.#isAsked = this.#isTried = false
    this.#reason = ''
    this.#text = ''
  }

  #changed(open: EmergencyAccess | null): void {
    const before = this.#shown.value
    this.#shown.set(open)
    this.#wait()
    if (before?.id === open?.id) return
    if (open === null) this.#host.announce(this.#t('ended'))
    this.#host.startAgain()
  }

  /** Renders the time left again. At its end the server is asked: its clock decides, and this page's may be ahead. */
  #wait(): void {
    clearTimeout(this.#tick)
    const open = this.#shown.value
    if (!open) return
    const left = Date.parse(open.until) - Date.now()
    this.#tick = setTimeout(
      () => {
        this.#host.requestUpdate()
        if (Date.now() >= Date.parse(open.until)) this.#refresh()
        this.#wait()
      },
      left > 0 ? Math.min(left, minute / 4) : minute / 6,
    )
  }

  #ask(isAsked: boolean): void {
    this.#isAsked = isAsked
    this.#isTried = false
    this.#acting.reset()
    this.#host.requestUpdate()
    void moveFocus(this.#host, isAsked ? '#emergency-heading' : '#emergency-offer')
  }

  async #open(event: Event): Promise<void> {
    event.preventDefault()
    const client = this.#client
    if (!client || this.#acting.busy) return
    const [reason, text] = [this.#reason, this.#text.trim()]
    this.#isTried = true
    this.#host.requestUpdate()
    if (reason === '') return moveFocus(this.#host, '#emergency-reason')
    if (text.length < shortest) return moveFocus(this.#host, '#emergency-text')
    const body = { reason, text }
    const options = this.#keys.for('open', { patientId: this.#patientId, ...body })
    const opened = await this.#acting.run(() => client.emergencyAccesses.open(this.#patientId, body, options))
    if (!opened) return
    this.#keys.done()
    void this.#kept.sent()
    this.#isAsked = false
    this.#host.announce(this.#t('opened', { time: this.#host.format.time(opened.until) }))
    this.#changed(opened)
    await moveFocus(this.#host, '#emergency-open')
  }

  async #end({ id }: EmergencyAccess): Promise<void> {
    const client = this.#client
    if (!client || this.#acting.busy) return
    const ended = await this.#acting.run(() => client.emergencyAccesses.end(id))
    if (ended) this.#changed(null)
  }

  /** Above the chart for as long as it is open in an emergency. `brief`: without the reason, which the whole chart shows. */
  banner(brief: boolean): TemplateResult | typeof nothing {
    const open = this.#shown.value
    if (!open) return nothing
    const t = this.#t
    const { busy, problem } = this.#acting
    const count = Math.max(1, Math.ceil((Date.parse(open.until) - Date.now()) / minute))
    return html`<div class="banner warn" id="emergency-open" role="region" aria-label=${t('open')} tabindex="-1">
      ${iconAlert}
      <div class="stack grow">
        <div class="row between wrap">
          <div class="tight">
            <p>
              <b>${t('open')}</b>
              <span class="num">${t('left', { count, time: this.#host.format.time(open.until) })}</span>
            </p>
            ${brief ? nothing : html`<p class="small">${t(`reason_${open.reason}`)}. ${t('told')}</p>`}
          </div>
          <button
            class="btn"
            type="button"
            aria-disabled=${busy ? 'true' : nothing}
            @click=${() => void this.#end(open)}
          >
            ${t(busy ? 'ending' : 'end')}
          </button>
        </div>
        ${problem ? problemView(this.#host, problem, { texts: t }) : nothing}
      </div>
    </div>`
  }

  /** Below the refusal of a chart. */
  offer(): TemplateResult {
    const t = this.#t
    return this.#isAsked
      ? this.#form()
      : html`<div>
          <button class="btn" id="emergency-offer" type="button" @click=${() => this.#ask(true)}>${t('offer')}</button>
        </div>`
  }

  #form(): TemplateResult {
    const t = this.#t
    const { busy, problem } = this.#acting
    const isReasonFault = this.#isTried && this.#reason === ''
    const isTextFault = this.#isTried && this.#text.trim().length < shortest
    const client = this.#client as VisitClient
    return html`<form
      class="stack"
      aria-labelledby="emergency-heading"
      novalidate
      @submit=${(event: Event) => void this.#open(event)}
    >
      <h3 id="emergency-heading" tabindex="-1">${t('heading')}</h3>
      <p class="small">${t('record')}</p>
      <div class="field">
        <label for="emergency-reason">${t('why')}</label>
        ${isReasonFault ? html`<p class="error" id="emergency-reason-fault" role="alert">${t('chooseFault')}</p>` : nothing}
        <select
          id="emergency-reason"
          required
          aria-invalid=${isReasonFault ? 'true' : nothing}
          aria-describedby=${isReasonFault ? 'emergency-reason-fault' : nothing}
          @change=${({ target }: Event) => {
            this.#reason = (target as HTMLSelectElement).value as EmergencyReason
            this.#host.requestUpdate()
          }}
        >
          <option value="" ?selected=${this.#reason === ''} disabled>${t('choose')}</option>
          ${reasons.map(
            (reason) =>
              html`<option value=${reason} ?selected=${reason === this.#reason}>${t(`reason_${reason}`)}</option>`,
          )}
        </select>
      </div>
      <div class="field">
        <label for="emergency-text">${t('text')}</label>
        <p class="hint" id="emergency-text-hint">${t('textHint')}</p>
        ${isTextFault ? html`<p class="error" id="emergency-text-fault" role="alert">${t('textFault')}</p>` : nothing}
        <textarea
          id="emergency-text"
          ${this.#kept.of(client, { about: this.#patientId, patientId: this.#patientId })}
          rows="3"
          dir="auto"
          required
          maxlength=${longest}
          aria-invalid=${isTextFault ? 'true' : nothing}
          aria-describedby=${isTextFault ? 'emergency-text-hint emergency-text-fault' : 'emergency-text-hint'}
          .value=${this.#text}
          @input=${({ target }: Event) => (this.#text = (target as HTMLTextAreaElement).value)}
        ></textarea>
      </div>
      ${problem ? problemView(this.#host, problem, { texts: t }) : nothing}
      <div class="row wrap">
        <button class="btn primary" type="submit" aria-disabled=${busy ? 'true' : nothing}>
          ${t(busy ? 'working' : 'confirm')}
        </button>
        <button class="btn" type="button" @click=${() => this.#ask(false)}>${t('cancel')}</button>
      </div>
    </form>`
  }
}
