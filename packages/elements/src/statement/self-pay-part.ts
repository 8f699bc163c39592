import { html, nothing, type TemplateResult } from 'lit'
import type { RestrictionEndRequest, StatementVisit, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { Loader } from '../core/loader.ts'
import type { Translate } from '../core/localize.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { statementEn } from './statement.en.ts'

const requests = ['in-writing', 'orally'] as const satisfies RestrictionEndRequest[]

/** Whether an insurer may learn of a visit: the patient forbids it, and allows it again after a warning. Part of the statement. */
export class SelfPayPart {
  readonly #host: VisitElement
  readonly #t: Translate<typeof statementEn>
  readonly #saving: Loader<boolean>
  #visitId: string | null = null
  #asked: RestrictionEndRequest | '' = ''
  #showsFault = false
  /** Staff do it at the request of the patient, and say how they asked. */
  isStaff = false

  constructor(host: VisitElement, t: Translate<typeof statementEn>) {
    this.#host = host
    this.#t = t
    this.#saving = new Loader(host)
  }

  reset(): void {
    this.isStaff = false
    this.#show(null)
  }

  /** What the row of a visit shows of it. */
  shownAt({ visitId }: StatementVisit): unknown {
    return this.#visitId === visitId
      ? [this.#asked, this.#showsFault, this.#saving.busy, this.#saving.problem?.code].join()
      : ''
  }

  #show(visitId: string | null): void {
    this.#saving.reset()
    this.#visitId = visitId
    this.#asked = ''
    this.#showsFault = false
    this.#host.requestUpdate()
  }

  async #save(client: VisitClient, { visitId, restricted }: StatementVisit): Promise<void> {
    if (this.#saving.busy) return
    this.#showsFault = restricted === true && this.isStaff && this.#asked === ''
    this.#host.requestUpdate()
    if (this.#showsFault) return moveFocus(this.#host, '#asked')
    const asked = this.isStaff && this.#asked !== '' ? { asked: this.#asked } : {}
    const done = await this.#saving.run(
      async (signal) =>
        (await (restricted
          ? client.claims.endSelfPay(visitId, asked, { signal })
          : client.claims.selfPay(visitId, { signal }))) !== undefined,
    )
    if (!done) return
    this.#show(null)
    this.#host.announce(this.#t(restricted ? 'selfPayEnded' : 'selfPayBegun'))
    await moveFocus(this.#host, '#heading')
  }

  #how(): TemplateResult | typeof nothing {
    const t = this.#t
    return html`<div class="field">
      <label for="asked">${t('selfPayAsked')}</label>
      ${this.#showsFault ? html`<p class="error" id="asked-error" role="alert">${t('selfPayChoose')}</p>` : nothing}
      <select
        id="asked"
        aria-invalid=${this.#showsFault ? 'true' : nothing}
        aria-describedby=${this.#showsFault ? 'asked-error' : nothing}
        @change=${(event: Event) => {
          this.#asked = (event.target as HTMLSelectElement).value as RestrictionEndRequest | ''
          this.#host.requestUpdate()
        }}
      >
        <option value="">${t('selfPayChoose')}</option>
        ${requests.map((one) => html`<option value=${one} ?selected=${this.#asked === one}>${t(`asked_${one}`)}</option>`)}
      </select>
    </div>`
  }

  render(client: VisitClient | null, visit: StatementVisit): unknown {
    const t = this.#t
    const { visitId, restricted } = visit
    if (!client) return nothing
    if (this.#visitId !== visitId)
      return html`${restricted ? html`<p class="small">${t('selfPayHolds')}</p>` : nothing}
        <div>
          <button
            class="btn quiet"
            type="button"
            @click=${() => {
              this.#show(visitId)
              void moveFocus(this.#host, '#self-pay')
            }}
          >
            ${t(restricted ? 'selfPayEnd' : 'selfPayBegin')}
          </button>
        </div>`
    return html`<section class="note stack" aria-labelledby="self-pay">
      <p id="self-pay" tabindex="-1"><b>${t(restricted ? 'selfPayEnd' : 'selfPayBegin')}</b></p>
      <p class="small">${t(restricted ? 'selfPayWarning' : 'selfPayMeaning')}</p>
      ${restricted && this.isStaff ? this.#how() : nothing}
      ${this.#saving.problem ? problemView(this.#host, this.#saving.problem, { texts: t }) : nothing}
      <div class="row wrap">
        <button
          class="btn"
          type="button"
          aria-disabled=${this.#saving.busy ? 'true' : nothing}
          @click=${() => void this.#save(client, visit)}
        >
          ${t(restricted ? 'selfPayAllow' : 'selfPayForbid')}
        </button>
        <button
          class="btn quiet"
          type="button"
          @click=${() => {
            this.#show(null)
            void moveFocus(this.#host, '#heading')
          }}
        >
          ${t('selfPayLeave')}
        </button>
      </div>
    </section>`
  }
}
