import { html, nothing, type TemplateResult } from 'lit'
import type { ConsentDocument, PartTwoTerms } from '@visitkit/sdk'
import type { VisitConnection } from '../core/client-context.ts'
import type { Translate } from '../core/localize.ts'
import type { VisitElement } from '../core/visit-element.ts'
import {
  isPartTwo,
  missingParts,
  nothingChosen,
  offered,
  partTwoTerms,
  type MissingPart,
  type PartTwoChoice,
  type PartTwoGroup,
  type PartTwoPurpose,
} from './part-two-choice.ts'
import type { partTwoEn } from './part-two.en.ts'
import { partTwoMessages } from './part-two.messages.ts'

const valueOf = ({ target }: Event): string => (target as HTMLInputElement).value

/** What the person chooses in a consent of 42 CFR part 2. */
export class PartTwoPart {
  readonly #host: VisitElement
  readonly #t: Translate<typeof partTwoEn>
  /** The name of the clinic, which may disclose. */
  readonly #discloser: string
  #choice = nothingChosen

  constructor(host: VisitElement, discloser: string) {
    this.#host = host
    this.#t = host.language.bundle(partTwoMessages)
    this.#discloser = discloser
  }

  /** Forgets what was chosen. */
  clear(): void {
    this.#choice = nothingChosen
  }

  /** The selector of what is to be chosen next. */
  missing({ purpose }: ConsentDocument): string | undefined {
    const [first] = isPartTwo(purpose) ? this.#missing : []
    return first && `#part-${first}`
  }

  get #missing(): readonly MissingPart[] {
    return missingParts(this.#choice, this.#host.format.today)
  }

  terms({ purpose }: ConsentDocument): { readonly partTwo: PartTwoTerms } | undefined {
    return isPartTwo(purpose) ? { partTwo: partTwoTerms(this.#choice, this.#discloser) } : undefined
  }

  #set(change: Partial<PartTwoChoice>): void {
    this.#choice = { ...this.#choice, ...change }
    this.#host.requestUpdate()
  }

  #toggle(group: PartTwoGroup, code: string): void {
    const chosen: readonly string[] = this.#choice[group]
    this.#set({ [group]: chosen.includes(code) ? chosen.filter((each) => each !== code) : [...chosen, code] })
  }

  #fault(
    part: MissingPart,
    missing: readonly MissingPart[],
    text: MissingPart | 'recipientsOnly' = part,
  ): TemplateResult | typeof nothing {
    return missing.includes(part)
      ? html`<p class="error" id="missing-${part}">${this.#t(`missing_${text}`)}</p>`
      : nothing
  }

  #textField(
    name: 'patientName' | 'namedRecipient',
    missing: readonly MissingPart[],
    label: 'patientName' | 'namedRecipient' | 'namedRecipientOnly' = name,
  ): TemplateResult {
    const isMissing = name === 'patientName' && missing.includes(name)
    return html`<div class="field">
      <label for="part-${name}">${this.#t(label)}</label>
      ${name === 'patientName' ? this.#fault(name, missing) : nothing}
      <input
        id="part-${name}"
        type="text"
        dir="auto"
        spellcheck="false"
        maxlength="200"
        aria-required=${name === 'patientName' ? 'true' : nothing}
        aria-invalid=${isMissing ? 'true' : nothing}
        aria-describedby=${isMissing ? `missing-${name}` : nothing}
        .value=${this.#choice[name]}
        @input=${(event: Event) => this.#set({ [name]: valueOf(event) })}
      />
    </div>`
  }

  #group(purpose: PartTwoPurpose, name: PartTwoGroup, missing: readonly MissingPart[]): TemplateResult {
    const chosen: readonly string[] = this.#choice[name]
    const codes = offered[purpose][name]
    const isNamedOnly = codes.length === 0
    return html`<fieldset
      class="field"
      id="part-${name}"
      tabindex="-1"
      aria-describedby=${missing.includes(name) ? `missing-${name}` : nothing}
    >
      <legend>${this.#t(name)}</legend>
      ${this.#fault(name, missing, isNamedOnly ? 'recipientsOnly' : name)}
      <div class="stack">
        ${
          isNamedOnly
            ? nothing
            : html`<div class="field">
                ${codes.map(
                  (code) =>
                    html`<label class="choice"
                      ><input
                        type="checkbox"
                        .checked=${chosen.includes(code)}
                        @change=${() => this.#toggle(name, code)}
                      />
                      <span>${this.#t(`${name}_${code}` as 'purposes_treatment')}</span></label
                    >`,
                )}
              </div>`
        }
        ${
          name === 'recipients'
            ? this.#textField('namedRecipient', missing, isNamedOnly ? 'namedRecipientOnly' : undefined)
            : nothing
        }
      </div>
    </fieldset>`
  }

  #until(missing: readonly MissingPart[]): TemplateResult {
    const t = this.#t
    const { until } = this.#choice
    return html`<fieldset
      class="field"
      id="part-until"
      tabindex="-1"
      aria-describedby=${missing.includes('until') ? 'missing-until' : nothing}
    >
      <legend>${t('until')}</legend>
      ${this.#fault('until', missing)}
      <div class="stack">
        <div class="field">
          ${(['none', 'date'] as const).map(
            (each) =>
              html`<label class="choice"
                ><input
                  type="radio"
                  name="until"
                  .checked=${until === each}
                  @change=${() => this.#set({ until: each })}
                />
                <span>${t(`until_${each}`)}</span></label
              >`,
          )}
        </div>
        ${until === 'date' ? this.#day(missing) : nothing}
      </div>
    </fieldset>`
  }

  #day(missing: readonly MissingPart[]): TemplateResult {
    const isMissing = missing.includes('on')
    // The mark of the fieldset around it is enough.
    return html`<div class="tight">
      <label class="label" for="part-on">${this.#t('on')}</label>
      ${this.#fault('on', missing)}
      <input
        id="part-on"
        type="date"
        min=${this.#host.format.today}
        aria-required="true"
        aria-invalid=${isMissing ? 'true' : nothing}
        aria-describedby=${isMissing ? 'missing-on' : nothing}
        .value=${this.#choice.on}
        @input=${(event: Event) => this.#set({ on: valueOf(event) })}
      />
    </div>`
  }

  /** @param tried - The person tried to sign: what is missing is marked. */
  render({ purpose }: ConsentDocument, tried: boolean): TemplateResult | typeof nothing {
    if (!isPartTwo(purpose)) return nothing
    const missing = tried ? this.#missing : []
    return html`<div class="stack">
      <p>${this.#t('discloser', { name: this.#discloser })}</p>
      ${this.#textField('patientName', missing)} ${this.#group(purpose, 'information', missing)}
      ${this.#group(purpose, 'recipients', missing)} ${this.#group(purpose, 'purposes', missing)}
      ${this.#until(missing)}
    </div>`
  }
}

/** The part with its texts, and with the name of the clinic: without it nothing can be signed. */
export const loadPartTwo = async (
  host: VisitElement,
  connection: VisitConnection | null,
): Promise<PartTwoPart | undefined> => {
  const organization = await connection?.organization()
  const part = organization && new PartTwoPart(host, organization.name)
  host.language.refresh()
  // Another part may add its texts in the meantime.
  while (host.language.ready) await host.language.ready
  return part
}
