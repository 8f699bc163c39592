import { html, nothing, type TemplateResult } from 'lit'
import type { AccessCase, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { KeptNote } from '../core/kept-note.ts'
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
  readonly #note: KeptNote
  #disposition: Disposition | null = null
  #isIncident = false
  #isTried = false

  constructor(host: VisitElement, t: CasesTranslate) {
    this.#host = host
    this.#t = t
    this.#note = new KeptNote(host, 'access-case')
  }

  begin(): void {
    this.#disposition = null
    this.#note.begin()
    this.#isIncident = false
    this.#isTried = false
  }

  reset(): void {
    this.#note.reset()
    this.begin()
  }

  async sent(): Promise<void> {
    await this.#note.sent()
  }

  #submit(event: Event, { send }: DecideActions): void {
    event.preventDefault()
    const [disposition, note] = [this.#disposition, this.#note.text]
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
    return html`<form class="stack" novalidate @submit=${(event: Event) => this.#submit(event, actions)}>
      ${this.#choices()}
      ${this.#note.render(
        client,
        { about: id },
        {
          ...{ id: 'decide-note', rows: 3, maxLength, label: t('note'), hint: t('noteHint') },
          fault: this.#isTried && this.#note.text === '' ? t('noteMissing') : null,
        },
      )}
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
