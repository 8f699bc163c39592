import { html, nothing, type TemplateResult } from 'lit'
import type { Appointment, NoInterpreterReason, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { IdempotencyKeys } from '../core/idempotency-keys.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { interpreterMessages } from './interpreter.messages.ts'

const reasons = [
  'brings-someone',
  'clinician-speaks',
  'declined',
  'arranged-otherwise',
] as const satisfies NoInterpreterReason[]

/** Asks why a visit takes place without the interpreter whom the patient needs, and shows it. In lists of visits. */
export class MissingInterpreterPart {
  readonly #host: VisitElement
  readonly #who: 'own' | 'their'
  readonly #client: () => VisitClient | null
  readonly #t
  readonly #saving: Loader<Appointment>
  readonly #keys = new IdempotencyKeys()
  /** The visit whose reason is being chosen. */
  #changing: string | null = null
  #chosen: NoInterpreterReason | '' = ''
  #isTried = false

  /** @param who - Whether the patient reads it, or staff. */
  constructor(host: VisitElement, who: 'own' | 'their', client: () => VisitClient | null) {
    this.#host = host
    this.#who = who
    this.#client = client
    this.#t = host.language.bundle(interpreterMessages)
    this.#saving = new Loader(host)
  }

  clear(): void {
    this.#saving.reset()
    this.#changing = null
    this.#chosen = ''
    this.#isTried = false
  }

  /** What the row of a visit shows of it. */
  shownAt({ id }: Appointment): string {
    if (this.#changing !== id) return ''
    return [this.#chosen, this.#isTried, this.#saving.busy, this.#saving.problem?.code].join()
  }

  #begin(id: string): void {
    if (this.#changing === id) return
    this.clear()
    this.#changing = id
  }

  async #save(event: Event, { id }: Appointment): Promise<void> {
    event.preventDefault()
    const client = this.#client()
    if (!client || this.#saving.busy) return
    this.#begin(id)
    this.#isTried = true
    this.#host.requestUpdate()
    const reason = this.#chosen
    if (reason === '') return moveFocus(this.#host, `#interpreter-${id}`)
    const options = this.#keys.for('explain', { id, reason })
    if (!(await this.#saving.run(() => client.appointments.explainInterpreter(id, { reason }, options)))) return
    this.#keys.done()
    this.clear()
    this.#host.announce(this.#t('saved'))
  }

  render(one: Appointment): TemplateResult | typeof nothing {
    const { missingInterpreter: missing } = one
    if (!missing) return nothing
    const language = this.#host.format.languageName(missing.language)
    if (!missing.reason) return this.#form(one, language)
    const why = this.#t(`${this.#who}_${missing.reason}`)
    return html`<p class="small missing-interpreter">${this.#t('known', { language, why })}</p>`
  }

  #form(one: Appointment, language: string): TemplateResult {
    const t = this.#t
    const id = `interpreter-${one.id}`
    const isShown = this.#changing === one.id
    const isFaulty = isShown && this.#isTried && this.#chosen === ''
    return html`<form
      class="banner warn missing-interpreter"
      novalidate
      @submit=${(event: Event) => void this.#save(event, one)}
    >
      <div class="field">
        <label for=${id}>${t(this.#who, { language })}</label>
        ${isFaulty ? html`<p class="error" id="${id}-error" role="alert">${t('choose')}</p>` : nothing}
        <select
          id=${id}
          aria-invalid=${isFaulty ? 'true' : nothing}
          aria-describedby=${isFaulty ? `${id}-error` : nothing}
          @change=${({ target }: Event) => {
            this.#begin(one.id)
            this.#chosen = (target as HTMLSelectElement).value as NoInterpreterReason | ''
            this.#host.requestUpdate()
          }}
        >
          <option value="">${t('choose')}</option>
          ${reasons.map(
            (reason) =>
              html`<option value=${reason} ?selected=${isShown && this.#chosen === reason}>
                ${t(`${this.#who}_${reason}`)}
              </option>`,
          )}
        </select>
        ${isShown && this.#saving.problem ? problemView(this.#host, this.#saving.problem, { texts: t }) : nothing}
        <div>
          <button class="btn small" aria-disabled=${isShown && this.#saving.busy ? 'true' : nothing}>
            ${t(isShown && this.#saving.busy ? 'saving' : 'save')}
          </button>
        </div>
      </div>
    </form>`
  }
}
