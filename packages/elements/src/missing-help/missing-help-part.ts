import { html, nothing, type TemplateResult } from 'lit'
import type { Appointment, RequestOptions, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { IdempotencyKeys } from '../core/idempotency-keys.ts'
import { Loader } from '../core/loader.ts'
import type { ProblemTexts } from '../core/problem-text.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'

/** Whether the patient reads it, or staff. */
export type MissingHelpReader = 'own' | 'their'

/** Words that each kind of help has. */
type MissingHelpTexts<Reason extends string> = ProblemTexts &
  ((word: 'choose' | 'save' | 'saving' | 'saved' | `${MissingHelpReader}_${Reason}`) => string)

/** Asks why a visit takes place without the help that the patient needs, and shows it. In lists of visits. */
export abstract class MissingHelpPart<Reason extends string> {
  protected readonly host: VisitElement
  protected readonly who: MissingHelpReader
  readonly #client: () => VisitClient | null
  readonly #saving: Loader<Appointment>
  readonly #keys = new IdempotencyKeys()
  /** The visit whose reason is being chosen. */
  #changing: string | null = null
  #chosen: Reason | '' = ''
  #isTried = false

  constructor(host: VisitElement, who: MissingHelpReader, client: () => VisitClient | null) {
    this.host = host
    this.who = who
    this.#client = client
    this.#saving = new Loader(host)
  }

  /** In ids and classes. */
  protected abstract readonly name: 'interpreter' | 'captioner'
  protected abstract readonly reasons: readonly Reason[]
  protected abstract readonly t: MissingHelpTexts<Reason>
  /** Null where nothing is missing; a reason once there is one. */
  protected abstract missingOf(one: Appointment): { readonly reason?: Reason } | null
  protected abstract question(one: Appointment): string
  protected abstract known(one: Appointment, why: string): string
  /** Below the question. */
  protected get hint(): string {
    return ''
  }
  protected abstract send(
    client: VisitClient,
    id: string,
    reason: Reason,
    options: RequestOptions,
  ): Promise<Appointment>

  #reasonText(reason: Reason): string {
    return this.t(`${this.who}_${reason}`)
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
    this.host.requestUpdate()
    const reason = this.#chosen
    if (reason === '') return moveFocus(this.host, `#${this.name}-${id}`)
    const options = this.#keys.for('explain', { id, reason })
    if (!(await this.#saving.run(() => this.send(client, id, reason, options)))) return
    this.#keys.done()
    this.clear()
    this.host.announce(this.t('saved'))
  }

  render(one: Appointment): TemplateResult | typeof nothing {
    const missing = this.missingOf(one)
    if (!missing) return nothing
    if (!missing.reason) return this.#form(one)
    return html`<p class="small missing-${this.name}">${this.known(one, this.#reasonText(missing.reason))}</p>`
  }

  #form(one: Appointment): TemplateResult {
    const { t, hint } = this
    const id = `${this.name}-${one.id}`
    const isShown = this.#changing === one.id
    const isFaulty = isShown && this.#isTried && this.#chosen === ''
    const described = [hint ? `${id}-hint` : '', isFaulty ? `${id}-error` : ''].filter(Boolean).join(' ')
    return html`<form
      class="banner warn missing-${this.name}"
      novalidate
      @submit=${(event: Event) => void this.#save(event, one)}
    >
      <div class="field">
        <label for=${id}>${this.question(one)}</label>
        ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
        ${isFaulty ? html`<p class="error" id="${id}-error" role="alert">${t('choose')}</p>` : nothing}
        <select
          id=${id}
          aria-invalid=${isFaulty ? 'true' : nothing}
          aria-describedby=${described || nothing}
          @change=${({ target }: Event) => {
            this.#begin(one.id)
            this.#chosen = (target as HTMLSelectElement).value as Reason | ''
            this.host.requestUpdate()
          }}
        >
          <option value="">${t('choose')}</option>
          ${this.reasons.map(
            (reason) =>
              html`<option value=${reason} ?selected=${isShown && this.#chosen === reason}>
                ${this.#reasonText(reason)}
              </option>`,
          )}
        </select>
        ${isShown && this.#saving.problem ? problemView(this.host, this.#saving.problem, { texts: t }) : nothing}
        <div>
          <button class="btn small" aria-disabled=${isShown && this.#saving.busy ? 'true' : nothing}>
            ${isShown && this.#saving.busy ? t('saving') : t('save')}
          </button>
        </div>
      </div>
    </form>`
  }
}
