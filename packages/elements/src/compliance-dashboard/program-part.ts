import { html, nothing, type TemplateResult } from 'lit'
import type { VisitClient } from '@visitkit/sdk'
import { loadedView } from '../clinic-settings/clinic-part.ts'
import type { PagePart } from '../core/element-of-pages.ts'
import { moveFocus } from '../core/focus.ts'
import { Loader } from '../core/loader.ts'
import { moreButton } from '../core/more-button.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { FormValues } from './form-values.ts'
import { complianceProgramMessages } from './compliance-program.messages.ts'
import { ProgramForm, type FormFields } from './program-form.ts'
import type { ProgramTranslate } from './program-translate.ts'

/** A page of the dashboard: what it reads, what it shows, and forms that change it. */
export abstract class ProgramPart<Value> implements PagePart {
  protected readonly host: VisitElement
  protected readonly t: ProgramTranslate
  protected client: VisitClient | null = null
  readonly #loaded: Loader<Value>
  readonly #changing: Loader<true>
  readonly #more: Loader<Value>
  readonly #form: ProgramForm

  constructor(host: VisitElement) {
    this.host = host
    this.t = host.language.bundle(complianceProgramMessages)
    this.#loaded = new Loader(host)
    this.#changing = new Loader(host)
    this.#more = new Loader(host)
    this.#form = new ProgramForm(host, this.t)
  }

  protected abstract read(client: VisitClient, signal: AbortSignal): Promise<Value>
  protected abstract view(value: Value): unknown

  open(client: VisitClient): void {
    this.client = client
    void this.refresh()
  }

  reset(): void {
    this.client = null
    this.#loaded.reset()
    this.#changing.reset()
    this.#more.reset()
    this.#form.reset()
  }

  protected async refresh(): Promise<void> {
    const { client } = this
    this.#more.reset()
    if (client) await this.#loaded.run((signal) => this.read(client, signal), { quietly: true })
  }

  /** The button below a list with more pages. `read` resolves with what is shown then. */
  protected moreButton(
    next: string | null,
    read: (client: VisitClient, cursor: string, signal: AbortSignal) => Promise<Value>,
  ): unknown {
    const { client } = this
    const { problem, busy } = this.#more
    const onMore = async (): Promise<void> => {
      if (!client || next === null || busy) return
      const shown = await this.#more.run((signal) => read(client, next, signal))
      if (shown) this.#loaded.set(shown)
    }
    return html`${problem ? problemView(this.host, problem, { texts: this.t }) : nothing}
    ${moreButton(this.t('showMore'), { next, busy, onMore: () => void onMore() })}`
  }

  /** Sends a change, shows what is stored then, and says what was done. Resolves with whether it was stored. */
  protected async change(
    work: (client: VisitClient, signal: AbortSignal) => Promise<unknown>,
    said: string,
  ): Promise<boolean> {
    const { client } = this
    if (!client || this.#changing.busy) return false
    const isDone = await this.#changing.run(async (signal) => {
      await work(client, signal)
      return true
    })
    await this.refresh()
    if (!isDone) return false
    this.host.announce(said)
    return true
  }

  /** Opens a form in place of the list, and says `said` once it was stored. What was typed into it before, and not sent, is in it. */
  protected async ask(
    form: FormFields,
    send: (values: FormValues, client: VisitClient, signal: AbortSignal) => Promise<unknown>,
    said = this.t('saved'),
  ): Promise<void> {
    const { client } = this
    if (!client) return
    this.#changing.reset()
    await this.#form.open(client, form, async (values) => {
      if (!(await this.change((sending, signal) => send(values, sending, signal), said))) return
      await this.#form.close()
      await moveFocus(this.host, '#heading')
    })
  }

  protected button(words: string, press: () => void, label?: string): TemplateResult {
    return html`<button
      class="btn small"
      type="button"
      aria-label=${label ?? nothing}
      aria-disabled=${this.#changing.busy ? 'true' : nothing}
      @click=${press}
    >
      ${words}
    </button>`
  }

  protected day(day: string): string {
    return this.host.format.at('UTC').date(`${day}T12:00:00Z`)
  }

  /** Due dates by their distance from `today`. */
  protected dueChip(dueOn: string, today: string): TemplateResult {
    const { t } = this
    if (dueOn < today) return html`<span class="chip bad">${t('status_overdue')}</span>`
    const soon = new Date(Date.parse(today) + 30 * 86_400_000).toISOString().slice(0, 10)
    return dueOn <= soon
      ? html`<span class="chip warn">${t('status_soon')}</span>`
      : html`<span class="chip ok">${t('inTime')}</span>`
  }

  protected may(permission: string): boolean {
    return this.#permissions.includes(permission)
  }
  #permissions: readonly string[] = []
  protected async readPermissions(client: VisitClient, signal: AbortSignal): Promise<void> {
    this.#permissions = (await client.me.get({ signal })).permissions
  }

  get #problem(): unknown {
    const { problem } = this.#changing
    return problem ? problemView(this.host, problem, { texts: this.t }) : nothing
  }

  render(): unknown {
    const { t } = this
    return loadedView(this.host, this.#loaded, { texts: t, loading: t('loading') }, (value) =>
      this.#form.isOpen
        ? this.#form.render(this.#problem, this.#changing.busy)
        : html`${this.#problem}${this.view(value)}`,
    )
  }
}
