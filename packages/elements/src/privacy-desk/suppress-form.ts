import { html, nothing, type TemplateResult } from 'lit'
import type { AccessCase } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { reasonText, type CasesTranslate } from './case-facts.ts'

export interface Suppression {
  readonly code: AccessCase['reasons'][number]['code']
  readonly until: string
  readonly reason: string
}

interface SuppressActions {
  readonly leave: () => void
  readonly send: (suppression: Suppression) => void
}

/** Maximum length of the reason in the contract. */
const maxLength = 1000

/** Which reason is not counted for this person, until when and why. */
export class SuppressForm {
  readonly #host: VisitElement
  readonly #t: CasesTranslate
  /** The first field that is not filled in. */
  #missing: 'code' | 'until' | 'reason' | null = null

  constructor(host: VisitElement, t: CasesTranslate) {
    this.#host = host
    this.#t = t
  }

  begin(): void {
    this.#missing = null
  }

  #submit(event: Event, { reasons }: AccessCase, { send }: SuppressActions): void {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    const valueOf = (name: string): string => (form.elements.namedItem(name) as HTMLInputElement).value.trim()
    const code = reasons.find((each) => each.code === valueOf('code'))?.code
    const [until, reason] = [valueOf('until'), valueOf('reason')]
    this.#missing = code === undefined ? 'code' : until === '' ? 'until' : reason === '' ? 'reason' : null
    this.#host.requestUpdate()
    if (this.#missing !== null || code === undefined)
      return void moveFocus(this.#host, this.#missing === 'code' ? '#suppress-first' : `#suppress-${this.#missing}`)
    send({ code, until, reason })
  }

  #fault(field: 'code' | 'until' | 'reason'): unknown {
    if (this.#missing !== field) return nothing
    const text = ({ code: 'codeMissing', until: 'untilMissing', reason: 'whyNotMissing' } as const)[field]
    return html`<p class="error" id="suppress-fault" role="alert">${this.#t(text)}</p>`
  }

  render(one: AccessCase, actions: SuppressActions): TemplateResult {
    const t = this.#t
    const { format } = this.#host
    const faultOf = (field: string): unknown => (this.#missing === field ? 'suppress-fault' : nothing)
    const isFaulty = (field: string): unknown => (this.#missing === field ? 'true' : nothing)
    return html`<form class="stack" novalidate @submit=${(event: Event) => this.#submit(event, one, actions)}>
      <p class="hint">${t('suppressHint')}</p>
      <div class="field">
        <label for="suppress-first">${t('code')}</label>
        ${this.#fault('code')}
        <select id="suppress-first" name="code" aria-invalid=${isFaulty('code')} aria-describedby=${faultOf('code')}>
          <option value=""></option>
          ${one.reasons.map((reason) => html`<option value=${reason.code}>${reasonText(t, format, reason)}</option>`)}
        </select>
      </div>
      <div class="field">
        <label for="suppress-until">${t('until')}</label>
        ${this.#fault('until')}
        <input
          id="suppress-until"
          name="until"
          type="date"
          aria-invalid=${isFaulty('until')}
          aria-describedby=${faultOf('until')}
        />
      </div>
      <div class="field">
        <label for="suppress-reason">${t('whyNot')}</label>
        ${this.#fault('reason')}
        <textarea
          id="suppress-reason"
          name="reason"
          rows="2"
          dir="auto"
          maxlength=${maxLength}
          aria-invalid=${isFaulty('reason')}
          aria-describedby=${faultOf('reason')}
        ></textarea>
      </div>
      <div class="row wrap">
        <button class="btn primary small">${t('save')}</button>
        <button class="btn small" type="button" @click=${actions.leave}>${t('leave')}</button>
      </div>
    </form>`
  }
}
