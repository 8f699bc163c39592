import { html, nothing, type TemplateResult } from 'lit'
import type { VisitClient } from '@visitkit/sdk'
import { Loader } from '../core/loader.ts'
import type { Translate } from '../core/localize.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { settingsEn } from './settings.en.ts'

export type SettingsTranslate = Translate<typeof settingsEn>

/** The text of a field, without spaces around it. */
export const typedText = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/** One page of the settings: it reads what the server keeps, and changes it. */
export abstract class SettingsPart<Value> {
  protected readonly host: VisitElement
  protected readonly t: SettingsTranslate
  protected readonly loaded: Loader<Value>
  /** The change that is being sent. */
  protected readonly change: Loader<true>
  #of: { readonly client: VisitClient; readonly patientId: string } | null = null

  constructor(host: VisitElement, t: SettingsTranslate) {
    this.host = host
    this.t = t
    this.loaded = new Loader<Value>(host)
    this.change = new Loader<true>(host)
  }

  protected abstract read(client: VisitClient, patientId: string, signal: AbortSignal): Promise<Value>
  protected abstract view(value: Value): unknown

  async load(client: VisitClient, patientId: string, quietly = false): Promise<void> {
    this.#of = { client, patientId }
    await this.loaded.run((signal) => this.read(client, patientId, signal), { quietly })
  }

  /** Begins to follow what others change, until the element starts again or ends. */
  follow(_client: VisitClient, _patientId: string, _signal: AbortSignal): void {}

  reset(): void {
    this.#of = null
    this.loaded.reset()
    this.change.reset()
  }

  /** Sends a change, says so unless the focus moves to the result, and reads what the server keeps now. False when it failed: the problem is shown. */
  protected async act(
    work: (client: VisitClient, patientId: string, signal: AbortSignal) => Promise<unknown>,
    done?: string,
  ): Promise<boolean> {
    const of = this.#of
    if (!of || this.change.busy) return false
    const worked = await this.change.run(async (signal) => {
      await work(of.client, of.patientId, signal)
      return true as const
    })
    if (!worked) return false
    await this.load(of.client, of.patientId, true)
    if (done) this.host.announce(done)
    return true
  }

  protected get problem(): TemplateResult | typeof nothing {
    const { problem } = this.change
    return problem ? problemView(this.host, problem, { texts: this.t }) : nothing
  }

  render(): unknown {
    const { now } = this.loaded
    if (now.state === 'failed')
      return problemView(this.host, now.problem, { texts: this.t, retry: () => this.host.startAgain() })
    if (now.state !== 'ready')
      return html`<div class="stack" aria-busy="true">
        <p class="visually-hidden" role="status">${this.t('loading')}</p>
        <span class="skeleton half"></span><span class="skeleton"></span><span class="skeleton target"></span>
      </div>`
    return this.view(now.value)
  }
}
