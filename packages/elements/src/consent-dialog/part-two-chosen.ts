import { html, type TemplateResult } from 'lit'
import type { Consent } from '@visitkit/sdk'
import type { Translate } from '../core/localize.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { PartTwoGroup } from './part-two-choice.ts'
import type { partTwoEn } from './part-two.en.ts'
import { partTwoMessages } from './part-two.messages.ts'

/** What was chosen in a signed consent of 42 CFR part 2. */
export class PartTwoChosen {
  readonly #host: VisitElement
  readonly #t: Translate<typeof partTwoEn>

  constructor(host: VisitElement) {
    this.#host = host
    this.#t = host.language.bundle(partTwoMessages)
  }

  #row(name: PartTwoGroup | 'until', values: readonly string[]): TemplateResult {
    return html`<li class="small">
      <b>${this.#t(name)}</b><br />${values.map((each, index) => [index ? ' · ' : '', html`<bdi>${each}</bdi>`])}
    </li>`
  }

  #words(name: PartTwoGroup, codes: readonly string[]): readonly string[] {
    return codes.map((code) => this.#t(`${name}_${code}` as 'purposes_treatment'))
  }

  render({
    information,
    recipients,
    namedRecipients,
    purposes,
    expiration,
  }: NonNullable<Consent['partTwo']>): TemplateResult {
    const { format } = this.#host
    const until = expiration.on ? format.at('UTC').date(`${expiration.on}T12:00:00Z`) : this.#t('until_none')
    return html`<ul class="tight">
      ${this.#row('information', this.#words('information', information))}
      ${this.#row('recipients', [...this.#words('recipients', recipients), ...namedRecipients])}
      ${this.#row('purposes', this.#words('purposes', purposes))} ${this.#row('until', [until])}
    </ul>`
  }
}
