import { html, nothing, type TemplateResult } from 'lit'
import type { Organization, VisitClient } from '@visitkit/sdk'
import type { PagePart } from '../core/element-of-pages.ts'
import type { Translate } from '../core/localize.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { clinicCallsEn } from './clinic-calls.en.ts'
import { clinicCallsMessages } from './clinic-calls.messages.ts'
import { loadedView, saveRow } from './clinic-part.ts'
import { OrganizationForm } from './organization-form.ts'

const switches = ['callRecording', 'machineCaptions'] as const
type Switch = (typeof switches)[number]
type Choices = Readonly<Record<Switch, boolean>>

/** Under each switch, in this order. */
const hints = {
  callRecording: ['recordingAsked', 'recordingStopped', 'recordingOff'],
  machineCaptions: ['captionsHeard', 'captionsAgreement', 'captionsFrom'],
} as const satisfies Record<Switch, readonly (keyof typeof clinicCallsEn)[]>

/** What the clinic permits in calls: that they are recorded, and captions by machine. */
export class ClinicCalls implements PagePart {
  readonly #host: VisitElement
  readonly #t: Translate<typeof clinicCallsEn>
  readonly #form: OrganizationForm
  /** Only the switches that were changed: those of a colleague are kept. */
  #chosen: Partial<Choices> = {}

  constructor(host: VisitElement) {
    this.#host = host
    this.#t = host.language.bundle(clinicCallsMessages)
    this.#form = new OrganizationForm(host)
  }

  open(client: VisitClient): void {
    this.#form.open(client)
  }

  reset(): void {
    this.#form.reset()
    this.#chosen = {}
  }

  render(): unknown {
    const t = this.#t
    const { loaded } = this.#form
    return loadedView(this.#host, loaded, { texts: t, loading: t('loading') }, (found) => this.#view(found))
  }

  #choose(chosen: Partial<Choices>): void {
    this.#chosen = chosen
    this.#form.saving.reset()
    this.#host.requestUpdate()
  }

  async #save({ callRecording, machineCaptions }: Organization): Promise<void> {
    if (!(await this.#form.save({ callRecording, machineCaptions, ...this.#chosen }))) return
    this.#chosen = {}
    this.#host.announce(this.#t('saved'))
    this.#host.requestUpdate()
  }

  #switch(name: Switch, isOn: boolean): TemplateResult {
    const t = this.#t
    return html`<div class="stack tight">
      <label class="choice"
        ><input
          type="checkbox"
          aria-describedby="${name}-hint"
          .checked=${isOn}
          @change=${(event: Event) =>
            this.#choose({ ...this.#chosen, [name]: (event.target as HTMLInputElement).checked })}
        />${t(name)}</label
      >
      <div class="hint stack tight" id="${name}-hint">${hints[name].map((hint) => html`<p>${t(hint)}</p>`)}</div>
    </div>`
  }

  #current(organization: Organization): TemplateResult {
    const t = this.#t
    return html`<div>
      <p><b>${t('current')}</b></p>
      <ul>
        ${switches.map((name) => html`<li>${t(`${name}_${organization[name] ? 'on' : 'off'}`)}</li>`)}
      </ul>
    </div>`
  }

  #view(organization: Organization): TemplateResult {
    const t = this.#t
    const { problem, busy, value: saved } = this.#form.saving
    return html`<form
      class="stack narrow"
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault()
        void this.#save(organization)
      }}
    >
      ${problem ? problemView(this.#host, problem, { texts: t }) : nothing}
      ${switches.map((name) => this.#switch(name, this.#chosen[name] ?? organization[name]))}
      ${this.#form.hasTheirs ? this.#current(organization) : nothing}
      ${saveRow({ ...{ save: t(busy ? 'saving' : 'save'), cancel: t('cancel'), busy }, onCancel: () => this.#choose({}) })}
      ${saved ? html`<p><b>${t('saved')}</b></p>` : nothing}
    </form>`
  }
}
