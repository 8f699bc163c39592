import { html, nothing, type TemplateResult } from 'lit'
import type { VisitClient } from '@visitkit/sdk'
import { fieldView, saveRow } from '../clinic-settings/clinic-part.ts'
import { moveFocus } from '../core/focus.ts'
import { OwnDraft, type DraftTexts } from '../core/own-draft.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { FormValues } from './form-values.ts'
import type { ProgramTranslate } from './program-translate.ts'

export interface FormField {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly kind: 'text' | 'area' | 'date' | 'time' | 'number' | 'select' | 'checks' | 'check'
  /** What is in it at first. */
  readonly value?: string
  /** For `select` and `checks`: value and words. */
  readonly options?: readonly (readonly [value: string, words: string])[]
  readonly optional?: boolean
  readonly most?: number
  readonly least?: number
}

export interface FormFields {
  /** Also the key under which the server keeps what is typed. */
  readonly key: string
  readonly heading: string
  readonly text?: string
  readonly save: string
  readonly fields: readonly FormField[]
}

/** A form of the dashboard. The server keeps what is typed into it until it is sent. */
export class ProgramForm {
  readonly #host: VisitElement
  readonly #t: ProgramTranslate
  readonly #kept: OwnDraft
  #form: FormFields | null = null
  #send: ((values: FormValues) => Promise<void>) | null = null
  #before: DraftTexts = {}
  #fault: string | null = null

  constructor(host: VisitElement, t: ProgramTranslate) {
    this.#host = host
    this.#t = t
    this.#kept = new OwnDraft(host, 'compliance')
  }

  get isOpen(): boolean {
    return this.#form !== null
  }

  async open(client: VisitClient, form: FormFields, send: (values: FormValues) => Promise<void>): Promise<void> {
    this.#before = (await this.#kept.open(client, form.key)) ?? {}
    this.#form = form
    this.#send = send
    this.#fault = null
    this.#host.requestUpdate()
    await moveFocus(this.#host, '#form-heading')
  }

  /** The server forgets what was typed. */
  async close(): Promise<void> {
    this.#form = null
    this.#host.requestUpdate()
    await this.#kept.discard()
  }

  reset(): void {
    this.#form = this.#send = this.#fault = null
    this.#before = {}
    this.#kept.reset()
  }

  #keep(form: HTMLFormElement): void {
    const values = new FormValues(form)
    const texts: Record<string, string> = {}
    for (const { name } of this.#form?.fields ?? []) {
      texts[name] = values.all(name).join(' ')
      if (values.has(name)) this.#fault = this.#fault === name ? null : this.#fault
    }
    this.#kept.write(texts)
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    const values = new FormValues(form)
    const missing = this.#form?.fields.find(({ name, optional, kind }) => {
      if (kind === 'check') return false
      if (!values.has(name)) return !optional
      const control = form.elements.namedItem(name)
      return control instanceof HTMLInputElement && !control.validity.valid
    })
    this.#fault = missing?.name ?? null
    this.#host.requestUpdate()
    if (missing) return moveFocus(this.#host, `#field-${missing.name}`)
    await this.#send?.(values)
  }

  render(problem: unknown, isBusy: boolean): unknown {
    const form = this.#form
    if (!form) return nothing
    return html`<form
      class="stack narrow"
      novalidate
      @input=${(event: Event) => this.#keep(event.currentTarget as HTMLFormElement)}
      @submit=${(event: Event) => void this.#submit(event)}
    >
      <div class="tight">
        <h3 id="form-heading" tabindex="-1">${form.heading}</h3>
        ${form.text ? html`<p class="muted">${form.text}</p>` : nothing}
      </div>
      ${problem} ${form.fields.map((field) => this.#field(field))}
      ${saveRow({
        ...{ save: isBusy ? this.#t('saving') : form.save, cancel: this.#t('cancel'), busy: isBusy },
        onCancel: () => void this.close().then(() => moveFocus(this.#host, '#heading')),
      })}
    </form>`
  }

  #faultOf({ name, kind, least, most }: FormField): string | undefined {
    if (this.#fault !== name) return undefined
    const number = (value: number): string => this.#host.format.number(value)
    if (kind === 'number' && least !== undefined && most !== undefined)
      return this.#t('numberFault', { least: number(least), most: number(most) })
    return this.#t(
      kind === 'select' || kind === 'checks' ? 'chooseFault' : kind === 'date' ? 'dateFault' : 'writeFault',
    )
  }

  #field(field: FormField): TemplateResult {
    const { name, label, hint, kind, options = [] } = field
    const value = this.#before[name] ?? field.value ?? ''
    const id = `field-${name}`
    if (kind === 'check')
      return html`<label class="choice"
        ><input type="checkbox" name=${name} value="yes" .checked=${value === 'yes'} />${label}</label
      >`
    if (kind === 'checks') {
      const chosen = value.split(' ')
      const fault = this.#faultOf(field)
      return html`<fieldset class="field" id=${id} tabindex="-1" aria-describedby=${fault ? `${id}-fault` : nothing}>
        <legend>${label}</legend>
        ${options.map(
          ([option, words]) =>
            html`<label class="choice"
              ><input type="checkbox" name=${name} value=${option} .checked=${chosen.includes(option)} />${words}</label
            >`,
        )}
        ${fault ? html`<p class="error" id="${id}-fault">${fault}</p>` : nothing}
      </fieldset>`
    }
    return fieldView({
      ...{ id, label: field.optional ? this.#t('optional', { label }) : label, fault: this.#faultOf(field) },
      ...(hint && { hint }),
      control: (described, isInvalid) => {
        if (kind === 'area')
          return html`<textarea
            id=${id}
            name=${name}
            dir="auto"
            maxlength=${field.most ?? 4000}
            aria-describedby=${described}
            aria-invalid=${isInvalid}
            .value=${value}
          ></textarea>`
        if (kind === 'select')
          return html`<select id=${id} name=${name} aria-describedby=${described} aria-invalid=${isInvalid}>
            <option value="" ?selected=${value === ''}>${this.#t('choose')}</option>
            ${options.map(
              ([option, words]) => html`<option value=${option} ?selected=${option === value}>${words}</option>`,
            )}
          </select>`
        const type = { text: 'text', date: 'date', time: 'datetime-local', number: 'number' }[kind]
        return html`<input
          id=${id}
          name=${name}
          type=${type}
          dir=${kind === 'text' ? 'auto' : nothing}
          autocomplete="off"
          maxlength=${kind === 'text' ? (field.most ?? 300) : nothing}
          min=${field.least ?? nothing}
          max=${kind === 'number' ? (field.most ?? nothing) : nothing}
          aria-describedby=${described}
          aria-invalid=${isInvalid}
          .value=${value}
        />`
      },
    })
  }
}
