import { html, nothing, type TemplateResult } from 'lit'
import type { Body, ContactChoice, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import type { Translate } from '../core/localize.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { usStates } from '../core/us-states.ts'
import type { contactEn } from './contact.en.ts'
import { contactMessages } from './contact.messages.ts'
import { SettingsPart, type SettingsTranslate } from './settings-part.ts'

const callRules = ['recorded', 'only', 'none'] as const satisfies readonly ContactChoice['calls'][]
const letterRules = ['recorded', 'only', 'none'] as const satisfies readonly ContactChoice['letters'][]
const usualHours = { from: '09:00', to: '17:00' }
/** With hours that the person has taken away. */
type Chosen = Omit<ContactChoice, 'callHours'> & { readonly callHours?: ContactChoice['callHours'] | undefined }
type Address = NonNullable<ContactChoice['letterAddress']>
const noAddress: Address = { line1: '', city: '', state: '' }
type Fault = 'phoneMissing' | 'hoursWrong' | 'addressMissing'

interface InputMore {
  readonly type?: string
  readonly autocomplete: 'tel' | 'off'
  readonly hint?: string
  readonly max?: number
}

/** How a patient is called, written to and addressed by the people of the clinic. 45 CFR 164.522(b). */
export class ContactPart extends SettingsPart<ContactChoice> {
  readonly #c: Translate<typeof contactEn>
  /** What the person changed and has not saved. */
  #draft: Partial<Chosen> = {}
  #fault: Fault | null = null

  constructor(host: VisitElement, t: SettingsTranslate) {
    super(host, t)
    this.#c = host.language.bundle(contactMessages)
    host.language.refresh()
  }

  override reset(): void {
    super.reset()
    this.#draft = {}
    this.#fault = null
  }

  protected override read(client: VisitClient, patientId: string, signal: AbortSignal): Promise<ContactChoice> {
    return client.patients.contactChoice(patientId, { signal })
  }

  #set(change: Partial<Chosen>): void {
    this.#draft = { ...this.#draft, ...change }
    this.host.requestUpdate()
  }

  async #save(event: Event, saved: ContactChoice): Promise<void> {
    event.preventDefault()
    const chosen = { ...saved, ...this.#draft }
    this.#fault = faultOf(chosen)
    this.host.requestUpdate()
    if (this.#fault) return moveFocus(this.host, `#contact-${this.#fault}`)
    const body = bodyOf(chosen)
    const done = await this.act(
      (client, patientId, signal) => client.patients.putContactChoice(patientId, body, { signal }),
      this.#c('saved'),
    )
    if (done) this.#draft = {}
    // After another change the next save is based on what is kept now; the person's own changes stay.
    else if (this.change.problem?.code === 'version_conflict') this.host.startAgain()
  }

  #radios<Rule extends string>(
    name: 'calls' | 'letters',
    rules: readonly Rule[],
    chosen: Rule,
    words: (rule: Rule) => string,
  ): readonly TemplateResult[] {
    return rules.map(
      (rule) =>
        html`<label class="choice"
          ><input
            type="radio"
            name=${name}
            value=${rule}
            .checked=${rule === chosen}
            @change=${() => this.#set({ [name]: rule })}
          />${words(rule)}</label
        >`,
    )
  }

  #input(id: string, label: string, value: string, set: (value: string) => void, more: InputMore): TemplateResult {
    const { type = 'text', autocomplete, hint, max = 120 } = more
    return html`<div class="field">
      <label for=${id}>${label}</label>
      ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
      <input
        id=${id}
        type=${type}
        dir=${type === 'text' ? 'auto' : 'ltr'}
        autocomplete=${autocomplete}
        maxlength=${max}
        aria-describedby=${hint ? `${id}-hint` : nothing}
        .value=${value}
        @input=${(event: Event) => set((event.target as HTMLInputElement).value)}
      />
    </div>`
  }

  #problemOf(fault: Fault): TemplateResult | typeof nothing {
    if (this.#fault !== fault) return nothing
    return html`<p class="error" role="alert" id="contact-${fault}" tabindex="-1">${this.#c(fault)}</p>`
  }

  #check(label: string, checked: boolean, set: (checked: boolean) => void, hintId?: string): TemplateResult {
    return html`<label class="choice"
      ><input
        type="checkbox"
        aria-describedby=${hintId ?? nothing}
        .checked=${checked}
        @change=${(event: Event) => set((event.target as HTMLInputElement).checked)}
      />${label}</label
    >`
  }

  #onlyNumber({ callPhone = '', leaveMessage = false, callHours }: Chosen): TemplateResult {
    const c = this.#c
    const hour = (name: 'from' | 'to', hours: NonNullable<ContactChoice['callHours']>): TemplateResult => {
      const set = (value: string): void => {
        if (value) this.#set({ callHours: { ...hours, [name]: value } })
      }
      return this.#input(`call-${name}`, c(name), hours[name], set, { type: 'time', autocomplete: 'off' })
    }
    const setPhone = (value: string): void => this.#set({ callPhone: value })
    return html`${this.#problemOf('phoneMissing')}
      ${this.#input('call-phone', c('callPhone'), callPhone, setPhone, { type: 'tel', autocomplete: 'tel', max: 32 })}
      ${this.#check(c('leaveMessage'), leaveMessage, (checked) => this.#set({ leaveMessage: checked }), 'leave-hint')}
      <p class="hint" id="leave-hint">${c('leaveHint')}</p>
      ${this.#check(c('hours'), callHours !== undefined, (checked) => this.#set({ callHours: checked ? usualHours : undefined }))}
      ${
        callHours
          ? html`<p class="hint">${c('hoursHint')}</p>
              ${this.#problemOf('hoursWrong')}
              <div class="pair">${hour('from', callHours)}${hour('to', callHours)}</div>`
          : nothing
      }`
  }

  #onlyAddress(address: Address): TemplateResult {
    const c = this.#c
    const part = (name: 'line1' | 'line2' | 'city' | 'postalCode', max: number): TemplateResult => {
      const set = (value: string): void => this.#set({ letterAddress: { ...address, [name]: value } })
      return this.#input(`letter-${name}`, c(name), address[name] ?? '', set, { autocomplete: 'off', max })
    }
    return html`${this.#problemOf('addressMissing')} ${part('line1', 120)} ${part('line2', 120)} ${part('city', 80)}
      <div class="pair">
        <div class="field">
          <label for="letter-state">${c('state')}</label>
          <select
            id="letter-state"
            @change=${(event: Event) => this.#set({ letterAddress: { ...address, state: (event.target as HTMLSelectElement).value } })}
          >
            <option value="">${c('chooseState')}</option>
            ${usStates.map(([code, name]) => html`<option lang="en" value=${code} .selected=${address.state === code}>${name}</option>`)}
          </select>
        </div>
        ${part('postalCode', 12)}
      </div>`
  }

  protected override view(saved: ContactChoice): TemplateResult {
    const c = this.#c
    const chosen = { ...saved, ...this.#draft }
    const { calls, letters, letterAddress = noAddress, addressAs = '' } = chosen
    const setName = (value: string): void => this.#set({ addressAs: value })
    return html`<form class="stack" novalidate @submit=${(event: Event) => void this.#save(event, saved)}>
      <div class="tight">
        <p>${c('whoSees')} ${c('noReason')}</p>
        <p class="muted">${c('exception')} ${c('partners')}</p>
      </div>
      <fieldset class="field">
        <legend>${c('calls')}</legend>
        ${this.#radios('calls', callRules, calls, (rule) => c(`calls_${rule}`))}
      </fieldset>
      ${calls === 'only' ? this.#onlyNumber(chosen) : nothing}
      <fieldset class="field">
        <legend>${c('letters')}</legend>
        ${this.#radios('letters', letterRules, letters, (rule) => c(`letters_${rule}`))}
      </fieldset>
      ${letters === 'only' ? this.#onlyAddress(letterAddress) : nothing}
      ${letters === 'none' ? html`<p class="hint">${c('lettersNoneHint')}</p>` : nothing}
      ${this.#input('address-as', c('addressAs'), addressAs, setName, { autocomplete: 'off', hint: c('nameHint') })}
      ${this.problem}
      <div>
        <button class="btn primary" type="submit" aria-disabled=${this.change.busy ? 'true' : nothing}>
          ${c(this.change.busy ? 'saving' : 'save')}
        </button>
      </div>
      ${this.change.value && Object.keys(this.#draft).length === 0 ? html`<p><b>${c('saved')}</b></p>` : nothing}
    </form>`
  }
}

const faultOf = ({ calls, callPhone = '', callHours, letters, letterAddress }: Chosen): Fault | null => {
  if (calls === 'only' && callPhone.trim() === '') return 'phoneMissing'
  if (calls === 'only' && callHours && callHours.from >= callHours.to) return 'hoursWrong'
  const { line1, city, state } = letterAddress ?? noAddress
  return letters === 'only' && [line1, city, state].some((part) => part.trim() === '') ? 'addressMissing' : null
}

/** Only what the rules use: a number or an address that counts no more is not sent. */
const bodyOf = (chosen: Chosen): Body<'putContactChoice'> => {
  const { calls, callPhone, leaveMessage, callHours, letters, letterAddress, addressAs, version } = chosen
  return {
    calls,
    ...(calls === 'only' && {
      callPhone: callPhone?.trim() ?? '',
      leaveMessage: leaveMessage ?? false,
      ...(callHours && { callHours }),
    }),
    letters,
    ...(letters === 'only' && letterAddress && { letterAddress: withoutEmpty(letterAddress) }),
    ...(addressAs?.trim() && { addressAs: addressAs.trim() }),
    version,
  }
}

const withoutEmpty = ({ line1, line2, city, state, postalCode }: Address): Address => ({
  line1: line1.trim(),
  ...(line2?.trim() && { line2: line2.trim() }),
  city: city.trim(),
  state,
  ...(postalCode?.trim() && { postalCode: postalCode.trim() }),
})
