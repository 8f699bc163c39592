import { html, nothing, type TemplateResult } from 'lit'
import type { VisitClient } from '@visitkit/sdk'
import { Loader } from '../core/loader.ts'
import type { Translate } from '../core/localize.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { privacyCenterEn } from './privacy-center.en.ts'

export type PrivacyTranslate = Translate<typeof privacyCenterEn>

/** What the element does with each of its pages. */
export interface PrivacyPage {
  load(client: VisitClient, patientId: string, quietly?: boolean): Promise<void>
  reset(): void
  render(): unknown
}

/** The patient whom a page is about, and the change that is being sent. */
export abstract class PrivacyPart implements PrivacyPage {
  protected readonly host: VisitElement
  protected readonly t: PrivacyTranslate
  protected readonly change: Loader<true>
  protected of: { readonly client: VisitClient; readonly patientId: string } | null = null

  constructor(host: VisitElement, t: PrivacyTranslate) {
    this.host = host
    this.t = t
    this.change = new Loader<true>(host)
  }

  async load(client: VisitClient, patientId: string): Promise<void> {
    this.of = { client, patientId }
  }

  reset(): void {
    this.of = null
    this.change.reset()
  }

  /** False when it failed: the problem is shown. */
  protected async act(
    work: (client: VisitClient, patientId: string, signal: AbortSignal) => Promise<unknown>,
  ): Promise<boolean> {
    const { of } = this
    if (!of || this.change.busy) return false
    const done = await this.change.run(async (signal) => {
      await work(of.client, of.patientId, signal)
      return true as const
    })
    return done === true
  }

  protected get problem(): TemplateResult | typeof nothing {
    const { problem } = this.change
    return problem ? problemView(this.host, problem, { texts: this.t }) : nothing
  }

  protected get skeleton(): TemplateResult {
    return html`<div class="stack" aria-busy="true">
      <p class="visually-hidden" role="status">${this.t('loading')}</p>
      <span class="skeleton half"></span><span class="skeleton"></span>
    </div>`
  }

  abstract render(): unknown
}
