import { html, nothing, type TemplateResult } from 'lit'
import type { VisitClient } from '@visitkit/sdk'
import { cardPicture, readCard, releaseCard, type CardSide } from '../core/card-pictures.ts'
import { moveFocus } from '../core/focus.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { InsuranceList } from './insurance-list.ts'
import { SettingsPart, type SettingsTranslate } from './settings-part.ts'

const sides = ['front', 'back'] as const
type Side = (typeof sides)[number]

/** Of the server's policy. */
const maxBytes = 10_485_760
const types = ['image/jpeg', 'image/png', 'image/webp']

/** The patient's insurance, and pictures of both sides of the card: taken with the camera or chosen, replaced and removed. */
export class CardPart extends SettingsPart<readonly CardSide[]> {
  #shown: readonly CardSide[] = []
  /** The side that is being changed. */
  #side: Side | null = null
  #fault: 'cardTooLarge' | 'cardOtherType' | null = null
  #asked: Side | null = null
  readonly #insurance: InsuranceList

  constructor(host: VisitElement, t: SettingsTranslate) {
    super(host, t)
    this.#insurance = new InsuranceList(host)
  }

  override reset(): void {
    super.reset()
    this.#insurance.reset()
    releaseCard(this.#shown)
    this.#shown = []
    this.#side = this.#fault = this.#asked = null
  }

  protected override async read(
    client: VisitClient,
    patientId: string,
    signal: AbortSignal,
  ): Promise<readonly CardSide[]> {
    const read = await readCard(client, patientId, signal)
    releaseCard(this.#shown)
    this.#shown = read
    return read
  }

  override follow(client: VisitClient, patientId: string, signal: AbortSignal): void {
    this.#insurance.follow(client, patientId, signal)
  }

  async #put(side: Side, input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? []
    if (!file || this.change.busy) return
    this.change.reset()
    this.#side = side
    this.#asked = null
    this.#fault = file.size > maxBytes ? 'cardTooLarge' : types.includes(file.type) ? null : 'cardOtherType'
    this.host.requestUpdate()
    if (!this.#fault) {
      const stored = this.act(
        (client, patientId, signal) => client.coverages.putCardSide(patientId, side, file, { signal }),
        this.t(`cardStored_${side}`),
      )
      this.host.announce(this.t('cardSending'))
      await stored
    }
    // The same picture may be chosen again.
    input.value = ''
    await moveFocus(this.host, `#card-${side}`)
  }

  #ask(side: Side | null): void {
    const focus = side ?? this.#asked
    this.#asked = side
    this.#side = this.#fault = null
    this.change.reset()
    this.host.requestUpdate()
    void moveFocus(this.host, side ? '#remove-now' : `#card-${focus}`)
  }

  async #remove(side: Side): Promise<void> {
    this.#side = side
    const done = await this.act(
      (client, patientId, signal) => client.coverages.removeCardSide(patientId, side, { signal }),
      this.t('cardRemoved'),
    )
    if (!done) return
    this.#asked = null
    await moveFocus(this.host, `#card-${side}`)
  }

  /** A button of ours, because the label of the browser's own is in the language of the browser, not of the page. */
  #choice(side: Side, key: 'cardTake' | 'cardChoose'): TemplateResult {
    const { t } = this
    return html`<span
      ><button
        class="btn small"
        type="button"
        aria-label=${t(`${key}Of`, { side: t(`card_${side}`) })}
        aria-describedby=${this.#side === side && this.#fault ? `card-fault card-hint` : 'card-hint'}
        aria-disabled=${this.change.busy ? 'true' : nothing}
        @click=${({ currentTarget }: Event) => {
          const input = (currentTarget as HTMLElement).nextElementSibling as HTMLInputElement
          if (!this.change.busy) input.click()
        }}
      >
        ${t(key)}</button
      ><input
        type="file"
        hidden
        accept=${types.join(',')}
        capture=${key === 'cardTake' ? 'environment' : nothing}
        data-side=${side}
        @change=${(event: Event) => void this.#put(side, event.target as HTMLInputElement)}
      />
    </span>`
  }

  #removal(side: Side): TemplateResult {
    const { t } = this
    if (this.#asked !== side)
      return html`<button
        class="btn small"
        type="button"
        aria-label=${t('cardRemoveOf', { side: t(`card_${side}`) })}
        @click=${() => this.#ask(side)}
      >
        ${t('cardRemove')}
      </button>`
    return html`<div class="asked stack">
      <p>${t('cardRemoveAsk')}</p>
      <div class="row wrap">
        <button class="btn small" type="button" id="remove-now" @click=${() => void this.#remove(side)}>
          ${t('cardRemoveNow')}</button
        ><button class="btn small" type="button" @click=${() => this.#ask(null)}>${t('keep')}</button>
      </div>
    </div>`
  }

  #section(side: Side, picture: CardSide | undefined): TemplateResult {
    const { t, host } = this
    const name = t(`card_${side}`)
    const isChanging = this.#side === side
    return html`<section class="stack part" aria-labelledby="card-${side}">
      <h3 id="card-${side}" tabindex="-1" aria-level=${host.headingLevel + 1}>${name}</h3>
      ${
        picture
          ? html`${cardPicture(picture, t('cardAlt', { side: name }))}
              <p class="small muted num">${t('cardAdded', { date: host.format.date(picture.addedAt) })}</p>`
          : html`<p class="muted">${t('cardNone')}</p>`
      }
      ${
        isChanging && this.#fault
          ? html`<p class="error" id="card-fault" role="alert">${name}: ${t(this.#fault)}</p>`
          : nothing
      }
      ${isChanging ? this.problem : nothing}
      ${isChanging && this.change.busy ? html`<p class="small muted">${t('cardSending')}</p>` : nothing}
      <div class="row wrap">
        ${this.#choice(side, 'cardTake')}${this.#choice(side, 'cardChoose')}${picture ? this.#removal(side) : nothing}
      </div>
    </section>`
  }

  protected override view(card: readonly CardSide[]): TemplateResult {
    const { t } = this
    return html`${this.#insurance.render()}
      <section class="stack part">
        <h3 aria-level=${this.host.headingLevel + 1}>${t('cardPictures')}</h3>
        <p>${t('cardUse')}</p>
        <p class="hint" id="card-hint">${t('cardHint')}</p>
      </section>
      ${sides.map((side) =>
        this.#section(
          side,
          card.find((each) => each.side === side),
        ),
      )}`
  }
}
