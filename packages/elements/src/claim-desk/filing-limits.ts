import { html, nothing, type TemplateResult } from 'lit'
import type { Payer, VisitClient } from '@visitkit/sdk'
import { Loader } from '../core/loader.ts'
import { loadingRows } from '../core/loading-rows.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { ToolsTranslate } from './aging-table.ts'

/** Within how many days each payer must have a claim. Read when it is opened. */
export class FilingLimits {
  readonly #host: VisitElement
  readonly #t: ToolsTranslate
  readonly #payers: Loader<readonly Payer[]>

  constructor(host: VisitElement, t: ToolsTranslate) {
    this.#host = host
    this.#t = t
    this.#payers = new Loader(host)
  }

  reset(): void {
    this.#payers.reset()
  }

  async #read(client: VisitClient): Promise<void> {
    await this.#payers.run(async (signal) => (await client.payers.list({ signal })).items)
  }

  render(client: VisitClient, level: number): TemplateResult {
    const toggled = (event: Event): void => {
      const { open } = event.currentTarget as HTMLDetailsElement
      if (open && this.#payers.now.state === 'idle') void this.#read(client)
    }
    return html`<section class="part" aria-labelledby="limits-heading">
      <details @toggle=${toggled}>
        <summary>
          <span id="limits-heading" role="heading" aria-level=${level + 1}>${this.#t('limitsHeading')}</span>
        </summary>
        ${this.#content(client)}
      </details>
    </section>`
  }

  #content(client: VisitClient): unknown {
    const t = this.#t
    const { now } = this.#payers
    if (now.state === 'idle') return nothing
    if (now.state === 'failed')
      return problemView(this.#host, now.problem, { texts: t, retry: () => void this.#read(client) })
    if (now.state !== 'ready') return loadingRows(t('limitsLoading'), 'stack')
    // A patient who pays has no deadline.
    const payers = now.value.filter(({ kind }) => kind !== 'self-pay')
    if (payers.length === 0) return html`<p class="muted">${t('limitsNone')}</p>`
    return html`<p class="hint">${t('limitsHint')}</p>
      <table>
        <caption class="visually-hidden">
          ${t('limitsHeading')}
        </caption>
        <thead>
          <tr>
            <th scope="col">${t('limitsPayer')}</th>
            <th scope="col">${t('limitsDays')}</th>
          </tr>
        </thead>
        <tbody>
          ${payers.map(
            ({ name, timelyFilingDays }) =>
              html`<tr>
                <th scope="row" dir="auto">${name}</th>
                <td class="num">${t('days', { count: timelyFilingDays })}</td>
              </tr>`,
          )}
        </tbody>
      </table>`
  }
}
