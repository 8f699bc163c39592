import { html, nothing, type TemplateResult } from 'lit'
import type { Pharmacy, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { Loader } from '../core/loader.ts'
import { phoneLink } from '../core/phone-link.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { SettingsPart, typedText, type SettingsTranslate } from './settings-part.ts'

interface Chosen {
  readonly pharmacy: Pharmacy | null
}

const shortest = 2

/** The pharmacy that the patient chose, and a search for another one. */
export class PharmacyPart extends SettingsPart<Chosen> {
  #found: Loader<readonly Pharmacy[]>
  #client: VisitClient | null = null
  #isShort = false

  constructor(host: VisitElement, t: SettingsTranslate) {
    super(host, t)
    this.#found = new Loader(host)
  }

  override reset(): void {
    super.reset()
    this.#found.reset()
    this.#client = null
    this.#isShort = false
  }

  protected override read(client: VisitClient, patientId: string, signal: AbortSignal): Promise<Chosen> {
    this.#client = client
    return client.pharmacies.ofPatient(patientId, { signal })
  }

  async #search(event: Event): Promise<void> {
    event.preventDefault()
    const client = this.#client
    const search = typedText(new FormData(event.target as HTMLFormElement), 'search')
    this.#isShort = search.length < shortest
    this.host.requestUpdate()
    if (this.#isShort) return moveFocus(this.host, '#search')
    if (!client) return
    const found = await this.#found.run(
      async (signal) => (await client.pharmacies.search({ search }, { signal })).items,
    )
    if (found) this.host.announce(found.length > 0 ? this.t('found', { count: found.length }) : this.t('noneFound'))
  }

  async #choose({ id, name }: Pharmacy): Promise<void> {
    const done = await this.act(
      (client, patientId, signal) => client.pharmacies.choose(patientId, { pharmacyId: id }, { signal }),
      this.t('chosen', { name }),
    )
    if (!done) return
    this.#found.reset()
    await moveFocus(this.host, '#heading')
  }

  #pharmacy({ name, address, phone }: Pharmacy): TemplateResult {
    return html`<div class="tight grow">
      <b dir="auto">${name}</b>
      <span class="small" dir="auto"
        >${address.line1}, ${address.city}, ${address.state} <span class="num">${address.postalCode}</span></span
      >
      <span class="small">${phoneLink(phone)}</span>
    </div>`
  }

  #results(): unknown {
    const { now } = this.#found
    const t = this.t
    if (now.state === 'failed') return problemView(this.host, now.problem, { texts: t })
    if (now.state === 'loading') return html`<span class="skeleton target"></span>`
    if (now.state !== 'ready') return nothing
    if (now.value.length === 0) return html`<p>${t('noneFound')}</p>`
    return html`<ul class="lined">
      ${now.value.map(
        (pharmacy) =>
          html`<li class="row between wrap">
            ${this.#pharmacy(pharmacy)}
            <button
              class="btn small"
              type="button"
              aria-label=${t('chooseName', { name: pharmacy.name })}
              @click=${() => void this.#choose(pharmacy)}
            >
              ${t('choose')}
            </button>
          </li>`,
      )}
    </ul>`
  }

  protected override view({ pharmacy }: Chosen): TemplateResult {
    const t = this.t
    return html`<div class="stack">
      ${
        pharmacy
          ? html`${this.#pharmacy(pharmacy)}
              <p class="muted">${t('pharmacyUse')}</p>`
          : html`<p>${t('noPharmacy')}</p>`
      }
      ${this.problem}
      <form class="stack part" role="search" novalidate @submit=${(event: Event) => void this.#search(event)}>
        <div class="field">
          <label for="search">${t('findPharmacy')}</label>
          <p class="hint" id="search-hint">${t('findHint')}</p>
          <input
            id="search"
            name="search"
            type="search"
            dir="auto"
            maxlength="80"
            autocomplete="off"
            aria-invalid=${this.#isShort ? 'true' : nothing}
            aria-describedby=${this.#isShort ? 'search-hint search-short' : 'search-hint'}
          />
          ${this.#isShort ? html`<p class="error" id="search-short">${t('findShort')}</p>` : nothing}
        </div>
        <div>
          <button class="btn" type="submit" aria-disabled=${this.#found.busy ? 'true' : nothing}>${t('find')}</button>
        </div>
      </form>
      ${this.#results()}
    </div>`
  }
}
