import { html, nothing, type TemplateResult } from 'lit'
import type { Disclosure } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import type { Translate } from '../core/localize.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { deskDisclosuresEn } from './desk-disclosures.en.ts'

export type DisclosuresTranslate = Translate<typeof deskDisclosuresEn>
type Purpose = Disclosure['purpose']

/** In the order of the law. */
const counted = [
  ...(['required-by-law', 'public-health', 'abuse-or-neglect', 'health-oversight', 'court'] as const),
  ...(['law-enforcement', 'coroner', 'organ-donation', 'research', 'serious-threat', 'government'] as const),
  ...(['workers-compensation', 'not-allowed'] as const),
] satisfies readonly Purpose[]
const notCounted = [
  ...(['treatment', 'payment', 'operations', 'to-patient', 'authorization', 'involved-in-care'] as const),
  ...(['national-security', 'custody', 'limited-data-set'] as const),
] satisfies readonly Purpose[]
const purposes: readonly Purpose[] = [...counted, ...notCounted]

/** Only these can be held back from the patient. */
export const maySuspend = (purpose: Purpose | ''): boolean =>
  purpose === 'law-enforcement' || purpose === 'health-oversight'

interface Suspension {
  readonly until: string
  readonly statement: 'written' | 'oral'
  readonly official: string
}
interface DisclosureFacts {
  readonly on: string
  readonly purpose: Purpose
  readonly recipient: { readonly name: string; readonly address?: string }
  readonly what: string
}
/** What was filled in: a new one, a correction, or only how long it is held back. */
export interface FilledForm {
  readonly facts?: DisclosureFacts
  readonly suspension?: Suspension
  readonly reason: string
  readonly isInError: boolean
}

const fields = ['on', 'purpose', 'name', 'address', 'what', 'reason', 'until', 'official'] as const
type Field = (typeof fields)[number]
type Required = Exclude<Field, 'address'>

/** What the form is for: a new disclosure, a correction of one, or holding one back. */
export type FormKind = 'record' | 'correct' | 'suspend'

/** One disclosure, as staff write it down. */
export class DisclosureForm {
  readonly #host: VisitElement
  readonly #t: DisclosuresTranslate
  #kind: FormKind = 'record'
  #of: Disclosure | null = null
  #purpose: Purpose | '' = ''
  #isHeldBack = false
  #missing: Required | null = null

  constructor(host: VisitElement, t: DisclosuresTranslate) {
    this.#host = host
    this.#t = t
  }

  begin(kind: FormKind, of: Disclosure | null): void {
    this.#kind = kind
    this.#of = of
    this.#purpose = of?.purpose ?? ''
    this.#isHeldBack = kind === 'suspend'
    this.#missing = null
  }

  #submit(event: Event, send: (filled: FilledForm) => void): void {
    event.preventDefault()
    const given = new FormData(event.target as HTMLFormElement)
    const valueOf = (name: string): string => {
      const value = given.get(name)
      return typeof value === 'string' ? value.trim() : ''
    }
    const needed: readonly Required[] = [
      ...(this.#kind === 'suspend' ? [] : (['on', 'purpose', 'name', 'what'] as const)),
      ...(this.#kind === 'correct' ? (['reason'] as const) : []),
      ...(this.#holdsBack ? (['until', 'official'] as const) : []),
    ]
    this.#missing = needed.find((field) => valueOf(field) === '') ?? null
    this.#host.requestUpdate()
    if (this.#missing !== null) return void moveFocus(this.#host, `#disclosure-${this.#missing}`)
    const address = valueOf('address')
    const purpose = purposes.find((each) => each === valueOf('purpose'))
    send({
      ...(purpose && {
        facts: {
          ...{ on: valueOf('on'), purpose, what: valueOf('what') },
          recipient: { name: valueOf('name'), ...(address && { address }) },
        },
      }),
      ...(this.#holdsBack && {
        suspension: {
          until: valueOf('until'),
          statement: valueOf('statement') === 'written' ? 'written' : 'oral',
          official: valueOf('official'),
        },
      }),
      reason: valueOf('reason'),
      isInError: given.get('inError') !== null,
    })
  }

  get #holdsBack(): boolean {
    return this.#isHeldBack && this.#kind !== 'correct' && maySuspend(this.#purpose)
  }

  /** A label, what is wrong with the field, and the field. */
  #field(field: Field, control: (described: { invalid: unknown; by: unknown }) => TemplateResult): TemplateResult {
    const missing = this.#missing === field ? this.#missing : null
    const isMissing = missing !== null
    const t = this.#t
    return html`<div class="field">
      <label for="disclosure-${field}">${t(field)}</label>
      ${isMissing ? html`<p class="error" id="disclosure-fault" role="alert">${t(`${missing}Missing`)}</p>` : nothing}
      ${control({ invalid: isMissing ? 'true' : nothing, by: isMissing ? 'disclosure-fault' : nothing })}
    </div>`
  }

  #date(field: 'on' | 'until', value: string): TemplateResult {
    return this.#field(
      field,
      ({ invalid, by }) =>
        html`<input
          id="disclosure-${field}"
          name=${field}
          type="date"
          .defaultValue=${value}
          aria-invalid=${invalid}
          aria-describedby=${by}
        />`,
    )
  }

  #line(field: 'name' | 'official', value: string): TemplateResult {
    return this.#field(
      field,
      ({ invalid, by }) =>
        html`<input
          id="disclosure-${field}"
          name=${field}
          dir="auto"
          maxlength="200"
          autocomplete="off"
          .defaultValue=${value}
          aria-invalid=${invalid}
          aria-describedby=${by}
        />`,
    )
  }

  #text(field: 'address' | 'what' | 'reason', value: string, most: number): TemplateResult {
    return this.#field(
      field,
      ({ invalid, by }) =>
        html`<textarea
          id="disclosure-${field}"
          name=${field}
          dir="auto"
          rows="2"
          maxlength=${most}
          .defaultValue=${value}
          aria-invalid=${invalid}
          aria-describedby=${by}
        ></textarea>`,
    )
  }

  #purposes(): TemplateResult {
    const t = this.#t
    const group = (label: string, of: readonly Purpose[]): TemplateResult =>
      html`<optgroup label=${label}>
        ${of.map((each) => html`<option value=${each} ?selected=${each === this.#purpose}>${t(`purpose_${each}`)}</option>`)}
      </optgroup>`
    return this.#field(
      'purpose',
      ({ invalid, by }) =>
        html`<select
          id="disclosure-purpose"
          name="purpose"
          aria-invalid=${invalid}
          aria-describedby=${by}
          @change=${(event: Event) => {
            const { value } = event.target as HTMLSelectElement
            this.#purpose = purposes.find((each) => each === value) ?? ''
            this.#host.requestUpdate()
          }}
        >
          <option value="" ?selected=${this.#purpose === ''}></option>
          ${group(t('counted'), counted)} ${group(t('notCounted'), notCounted)}
        </select>`,
    )
  }

  #facts(): TemplateResult {
    const of = this.#of
    return html`${this.#date('on', of?.on ?? '')} ${this.#purposes()} ${this.#line('name', of?.recipient.name ?? '')}
    ${this.#text('address', of?.recipient.address ?? '', 500)} ${this.#text('what', of?.what ?? '', 1000)}`
  }

  #holding(): TemplateResult {
    const t = this.#t
    const held = this.#of?.suspension
    return html`${this.#date('until', held?.until ?? '')}
      <fieldset class="field">
        <legend>${t('statement')}</legend>
        ${(['oral', 'written'] as const).map(
          (each) =>
            html`<label class="choice"
              ><input
                type="radio"
                name="statement"
                value=${each}
                .defaultChecked=${each === (held?.statement ?? 'oral')}
              />${t(`statement_${each}`)}</label
            >`,
        )}
      </fieldset>
      ${this.#line('official', held?.official ?? '')}`
  }

  render({ send, leave }: { readonly send: (filled: FilledForm) => void; readonly leave: () => void }): TemplateResult {
    const t = this.#t
    const kind = this.#kind
    return html`<form class="stack" novalidate @submit=${(event: Event) => this.#submit(event, send)}>
      ${kind === 'suspend' ? html`<p class="hint">${t('holdBack')}</p>` : this.#facts()}
      ${
        kind === 'correct'
          ? html`<label class="choice"
                ><input
                  type="checkbox"
                  name="inError"
                  .defaultChecked=${this.#of?.isInError ?? false}
                />${t('inError')}</label
              >
              ${this.#text('reason', '', 1000)}`
          : nothing
      }
      ${
        kind === 'record' && maySuspend(this.#purpose)
          ? html`<label class="choice"
              ><input
                type="checkbox"
                .checked=${this.#isHeldBack}
                @change=${(event: Event) => {
                  this.#isHeldBack = (event.target as HTMLInputElement).checked
                  this.#host.requestUpdate()
                }}
              />${t('holdBack')}</label
            >`
          : nothing
      }
      ${this.#holdsBack ? this.#holding() : nothing}
      <div class="row wrap">
        <button class="btn primary small">${t('save')}</button>
        <button class="btn small" type="button" @click=${leave}>${t('leave')}</button>
      </div>
    </form>`
  }
}
