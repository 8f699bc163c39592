import { html, nothing, type TemplateResult } from 'lit'
import type { Body, RecordRequest } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import type { Translate } from '../core/localize.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { proceedingsEn } from './proceedings.en.ts'

export type ProceedingsTranslate = Translate<typeof proceedingsEn>
export type FilledRequest = Omit<Body<'decideRecordRequest'>, 'patientId'>

const proceedings = [
  'civil',
  'criminal',
  'administrative',
  'legislative',
] as const satisfies readonly RecordRequest['proceeding'][]
/** What permits the least comes first: it is chosen until the person says that more came. */
const bases = [
  'none',
  'subpoena',
  'court-order',
  'court-order-with-subpoena',
] as const satisfies readonly RecordRequest['basis'][]

const required = ['receivedOn', 'name', 'what'] as const
type Required = (typeof required)[number]

interface FormActions {
  readonly busy: boolean
  readonly leave: () => void
  readonly send: (filled: FilledRequest) => void
}

/** A request in a legal proceeding, as staff write it down. */
export class ProceedingForm {
  readonly #host: VisitElement
  readonly #t: ProceedingsTranslate
  #missing: Required | null = null

  constructor(host: VisitElement, t: ProceedingsTranslate) {
    this.#host = host
    this.#t = t
  }

  begin(): void {
    this.#missing = null
  }

  #submit(event: Event, send: FormActions['send']): void {
    event.preventDefault()
    const given = new FormData(event.target as HTMLFormElement)
    const valueOf = (name: string): string => {
      const value = given.get(name)
      return typeof value === 'string' ? value.trim() : ''
    }
    this.#missing = required.find((field) => valueOf(field) === '') ?? null
    this.#host.requestUpdate()
    if (this.#missing !== null) return void moveFocus(this.#host, `#proceeding-${this.#missing}`)
    const address = valueOf('address')
    send({
      receivedOn: valueOf('receivedOn'),
      proceeding: proceedings.find((each) => each === valueOf('proceeding')) ?? 'civil',
      basis: bases.find((each) => each === valueOf('basis')) ?? 'none',
      requester: { name: valueOf('name'), ...(address && { address }) },
      what: valueOf('what'),
    })
  }

  /** A label, what is wrong with the field, and the field. */
  #field(
    field: Required | 'address' | 'proceeding' | 'basis',
    control: (described: { readonly invalid: unknown; readonly by: unknown }) => TemplateResult,
  ): TemplateResult {
    const missing = this.#missing === field ? this.#missing : null
    return html`<div class="field">
      <label for="proceeding-${field}">${this.#t(field)}</label>
      ${missing ? html`<p class="error" id="proceeding-fault" role="alert">${this.#t(`${missing}Missing`)}</p>` : nothing}
      ${control({ invalid: missing ? 'true' : nothing, by: missing ? 'proceeding-fault' : nothing })}
    </div>`
  }

  #choice<Value extends string>(
    field: 'proceeding' | 'basis',
    values: readonly Value[],
    words: (value: Value) => string,
  ): TemplateResult {
    return this.#field(
      field,
      () =>
        html`<select id="proceeding-${field}" name=${field}>
          ${values.map((value) => html`<option value=${value}>${words(value)}</option>`)}
        </select>`,
    )
  }

  #text(field: 'address' | 'what', most: number): TemplateResult {
    return this.#field(
      field,
      ({ invalid, by }) =>
        html`<textarea
          id="proceeding-${field}"
          name=${field}
          dir="auto"
          rows="2"
          maxlength=${most}
          aria-invalid=${invalid}
          aria-describedby=${by}
        ></textarea>`,
    )
  }

  #input(field: 'receivedOn' | 'name', type: 'date' | 'text'): TemplateResult {
    return this.#field(
      field,
      ({ invalid, by }) =>
        html`<input
          id="proceeding-${field}"
          name=${field}
          type=${type}
          dir=${type === 'date' ? nothing : 'auto'}
          maxlength="200"
          autocomplete="off"
          aria-invalid=${invalid}
          aria-describedby=${by}
        />`,
    )
  }

  render({ busy, leave, send }: FormActions): TemplateResult {
    const t = this.#t
    return html`<form class="stack" novalidate @submit=${(event: Event) => this.#submit(event, send)}>
      ${this.#input('receivedOn', 'date')} ${this.#input('name', 'text')} ${this.#text('address', 500)}
      ${this.#choice('proceeding', proceedings, (value) => t(`proceeding_${value}`))}
      ${this.#choice('basis', bases, (value) => t(`basis_${value}`))} ${this.#text('what', 1000)}
      <div class="row wrap">
        <button class="btn primary small" aria-disabled=${busy ? 'true' : nothing}>${t('decide')}</button>
        <button class="btn small" type="button" @click=${leave}>${t('leave')}</button>
      </div>
    </form>`
  }
}
