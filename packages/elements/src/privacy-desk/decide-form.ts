import { html, nothing, type TemplateResult } from 'lit'
import type { AccessCase, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { LazyKeptText } from '../core/lazy-kept-text.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { CasesTranslate } from './case-facts.ts'

type Disposition = NonNullable<AccessCase['disposition']>

const dispositions = [
  'explained',
  'appropriate',
  'error',
  'inappropriate',
  'needs-follow-up',
] as const satisfies readonly Disposition[]

/** Maximum length of the note in the contract. */
const maxLength = 4000

export interface Decision {
  readonly disposition: Disposition
  readonly note: string
  /** Whether an incident is reported with the note. */
  readonly isIncident: boolean
}

interface DecideActions {
  readonly leave: () => void
  readonly send: (decision: Decision) => void
}

/** What was found about a case, with a note that stays on the server until it is sent. */
export class DecideForm {
  readonly #host: VisitElement
  readonly #t: CasesTranslate
  readonly #kept: LazyKeptText
  #disposition: Disposition | null = null
  #note = ''
  #isIncident = false
  #isTried = false

  constructor(host: VisitElement, t: CasesTranslate) {
    this.#host = host
    this.#t = t
    this.#kept = new LazyKeptText(host, 'access-case', (text) => (this.#note = text))
  }

  begin(): void {
    this.#disposition = null
    this.#note = ''
    this.#isIncident = false
    this.#isTried = false
  }

  reset(): void {
    this.#kept.reset()
    this.begin()
  }

  async sent(): Promise<void> {
    await this.#kept.sent()
  }

  #submit(event: Event, { send }: DecideActions): void {
    event.preventDefault()
    const [disposition, note] = [this.#disposition, this.#note.trim()]
    this.#isTried = true
    this.#host.requestUpdate()
    if (disposition === null) return void moveFocus(this.#host, '#decide-first')
    if (note === '') return void moveFocus(this.#host, '#decide-note')
    send({ disposition, note, isIncident: disposition === 'inappropriate' && this.#isIncident })
  }

  #choices(): TemplateResult {
    const t = this.#t
    const isMissing = this.#isTried && this.#disposition === null
    return html`<fieldset
      class="tight"
      id="decide-first"
      tabindex="-1"
      aria-describedby=${isMissing ? 'decide-fault' : nothing}
    >
      <legend>${t('finding')}</legend>
      ${isMissing ? html`<p class="error" id="decide-fault" role="alert">${t('findingMissing')}</p>` : nothing}
      ${dispositions.map(
        (each) =>
          html`<label class="choice"
            ><input
              type="radio"
              name="disposition"
              value=${each}
              .checked=${this.#disposition === each}
              @change=${() => {
                this.#disposition = each
                this.#host.requestUpdate()
              }}
            />
            ${t(`disposition_${each}`)}</label
          >`,
      )}
      ${
        this.#disposition === null
          ? nothing
          : html`<p class="hint">${t(this.#disposition === 'needs-follow-up' ? 'staysOpen' : 'patientsRead')}</p>`
      }
    </fieldset>`
  }

  render(client: VisitClient, { id }: AccessCase, actions: DecideActions): TemplateResult {
    const t = this.#t
    const isMissing = this.#isTried && this.#note.trim() === ''
    return html`<form class="stack" novalidate @submit=${(event: Event) => this.#submit(event, actions)}>
      ${this.#choices()}
      <div class="field">
        <label for="decide-note">${t('note')}</label>
        <p class="hint" id="decide-hint">${t('noteHint')}</p>
        ${isMissing ? html`<p class="error" id="note-fault" role="alert">${t('noteMissing')}</p>` : nothing}
        <textarea
          id="decide-note"
          ${this.#kept.of(client, { about: id })}
          rows="3"
          dir="auto"
          maxlength=${maxLength}
          aria-invalid=${isMissing ? 'true' : nothing}
          aria-describedby=${isMissing ? 'decide-hint note-fault' : 'decide-hint'}
          .value=${this.#note}
          @input=${(event: Event) => (this.#note = (event.target as HTMLTextAreaElement).value)}
        ></textarea>
      </div>
      ${
        this.#disposition === 'inappropriate'
          ? html`<div class="tight">
              <label class="choice"
                ><input
                  type="checkbox"
                  .checked=${this.#isIncident}
                  aria-describedby="incident-hint"
                  @change=${(event: Event) => (this.#isIncident = (event.target as HTMLInputElement).checked)}
                />
                ${t('incident')}</label
              >
              <p class="hint" id="incident-hint">${t('incidentHint')}</p>
            </div>`
          : nothing
      }
      <div class="row wrap">
        <button class="btn primary small">${t('save')}</button>
        <button class="btn small" type="button" @click=${actions.leave}>${t('leave')}</button>
      </div>
    </form>`
  }
}
