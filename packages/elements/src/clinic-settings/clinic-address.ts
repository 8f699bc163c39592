import { html, nothing, type TemplateResult } from 'lit'
import type { Organization, VisitClient } from '@visitkit/sdk'
import type { PagePart } from '../core/element-of-pages.ts'
import { moveFocus } from '../core/focus.ts'
import type { Translate } from '../core/localize.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { clinicAddressEn } from './clinic-address.en.ts'
import { clinicAddressMessages } from './clinic-address.messages.ts'
import { fieldView, loadedView, saveRow } from './clinic-part.ts'
import { OrganizationForm } from './organization-form.ts'

const mostLines = 5
const mostLetters = 120

interface Fault {
  readonly line: number
  readonly is: 'tooLong' | 'gap'
}

/** What is wrong with the first line that is not as it must be. Spaces around a line do not count. */
export const faultOf = (lines: readonly string[]): Fault | null => {
  const texts = lines.map((line) => line.trim())
  const last = texts.findLastIndex((text) => text !== '')
  const line = texts.findIndex((text, index) => text.length > mostLetters || (text === '' && index < last))
  return line === -1 ? null : { line, is: texts[line] === '' ? 'gap' : 'tooLong' }
}

/** The address of the clinic: shown, and changed. */
export class ClinicAddress implements PagePart {
  readonly #host: VisitElement
  readonly #t: Translate<typeof clinicAddressEn>
  readonly #form: OrganizationForm
  /** What is typed; null as long as nothing was. */
  #typed: readonly string[] | null = null
  #fault: Fault | null = null

  constructor(host: VisitElement) {
    this.#host = host
    this.#t = host.language.bundle(clinicAddressMessages)
    this.#form = new OrganizationForm(host)
  }

  open(client: VisitClient): void {
    this.#form.open(client)
  }

  reset(): void {
    this.#typed = this.#fault = null
    this.#form.reset()
  }

  render(): unknown {
    const t = this.#t
    const { loaded } = this.#form
    return loadedView(this.#host, loaded, { texts: t, loading: t('loading') }, (found) => this.#view(found))
  }

  #linesOf({ contact }: Organization): readonly string[] {
    return this.#typed ?? Array.from({ length: mostLines }, (_, index) => contact.address?.[index] ?? '')
  }

  #type(organization: Organization, line: number, text: string): void {
    this.#typed = this.#linesOf(organization).with(line, text)
    this.#host.requestUpdate()
  }

  async #save(organization: Organization): Promise<void> {
    if (this.#form.saving.busy) return
    const lines = this.#linesOf(organization)
    this.#fault = faultOf(lines)
    this.#host.requestUpdate()
    if (this.#fault) return moveFocus(this.#host, `#line-${this.#fault.line}`)
    const address = lines.map((line) => line.trim()).filter((line) => line !== '')
    const { address: _, ...contact } = organization.contact
    const saved = await this.#form.save({ contact: { ...contact, ...(address.length > 0 && { address }) } })
    if (!saved) return
    this.#typed = null
    this.#host.announce(this.#t('saved'))
    await moveFocus(this.#host, '#heading')
  }

  #undo(): void {
    this.#typed = this.#fault = null
    this.#form.saving.reset()
    this.#host.requestUpdate()
  }

  #line(organization: Organization, line: number, text: string): TemplateResult {
    const t = this.#t
    const number = this.#host.format.number(line + 1)
    const is = this.#fault?.line === line ? this.#fault.is : undefined
    const fault = {
      gap: t('gap', { number }),
      tooLong: t('tooLong', { number, most: this.#host.format.number(mostLetters) }),
    }
    return fieldView({
      ...{ id: `line-${line}`, label: t('line', { number }), fault: is && fault[is] },
      control: (described, isInvalid) =>
        html`<input
          id="line-${line}"
          dir="auto"
          autocomplete="off"
          aria-describedby=${described}
          aria-invalid=${isInvalid}
          .value=${text}
          @input=${(event: Event) => this.#type(organization, line, (event.target as HTMLInputElement).value)}
        />`,
    })
  }

  #view(organization: Organization): TemplateResult {
    const t = this.#t
    const { problem, busy } = this.#form.saving
    const lines = this.#linesOf(organization)
    const { address = [] } = organization.contact
    return html`<form
      class="stack narrow"
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault()
        void this.#save(organization)
      }}
    >
      <p class="muted">${t('hint')}</p>
      <p>${t(address.length === 0 ? 'none' : 'effect')}</p>
      ${problem ? problemView(this.#host, problem, { texts: t }) : nothing}
      ${lines.map((text, line) => this.#line(organization, line, text))}
      ${
        this.#form.hasTheirs && address.length > 0
          ? html`<p>
              <b>${t('current')}</b><br />
              <span class="text-block" dir="auto">${address.join('\n')}</span>
            </p>`
          : nothing
      }
      ${saveRow({ ...{ save: t(busy ? 'saving' : 'save'), cancel: t('cancel'), busy }, onCancel: () => this.#undo() })}
    </form>`
  }
}
