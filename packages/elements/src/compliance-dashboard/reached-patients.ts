import { html, nothing, type TemplateResult } from 'lit'
import type { Exposure, VisitClient } from '@visitkit/sdk'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import { saveFile } from '../core/save-file.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { FormValues } from './form-values.ts'
import type { ProgramTranslate } from './program-translate.ts'
import { staffOptions, type Staff } from './staff-options.ts'

/** Which patients one person reached in a time: what an incident may concern. */
export class ReachedPatients {
  readonly #host: VisitElement
  readonly #t: ProgramTranslate
  readonly #found: Loader<readonly Exposure[]>

  constructor(host: VisitElement, t: ProgramTranslate) {
    this.#host = host
    this.#t = t
    this.#found = new Loader(host)
  }

  reset(): void {
    this.#found.reset()
  }

  async #search(client: VisitClient, form: HTMLFormElement): Promise<void> {
    const values = new FormValues(form)
    const [actorId, from, to] = [values.text('actorId'), values.text('from'), values.text('to')]
    if (!actorId || !from || !to) return
    await this.#found.run(async (signal) => {
      const query = { actorId, from: new Date(from).toISOString(), to: new Date(to).toISOString() }
      return client.exposures.ofActor(query, { signal }).toArray()
    })
  }

  #save(found: readonly Exposure[]): void {
    const lines = found.map(({ patientId, from, to, data }) =>
      [
        patientId,
        from,
        to,
        data.map(({ entity, action, accesses }) => `${entity} ${action} ${accesses}`).join('; '),
      ].join(','),
    )
    const text = ['patientId,from,to,data', ...lines, ''].join('\r\n')
    saveFile(new Blob([text], { type: 'text/csv' }), 'reached-patients.csv')
  }

  render(client: VisitClient | null, staff: readonly Staff[]): TemplateResult {
    const t = this.#t
    const { now, busy } = this.#found
    return html`<section class="part stack">
      <div class="tight">
        <h3 aria-level=${this.#host.headingLevel + 1}>${t('reachedHeading')}</h3>
        <p class="muted">${t('reachedText')}</p>
      </div>
      <form
        class="stack narrow"
        novalidate
        @submit=${(event: Event) => {
          event.preventDefault()
          if (client) void this.#search(client, event.currentTarget as HTMLFormElement)
        }}
      >
        <div class="field">
          <label for="reached-actor">${t('who')}</label>
          <select id="reached-actor" name="actorId">
            ${staffOptions(staff).map(([id, name]) => html`<option value=${id}>${name}</option>`)}
          </select>
        </div>
        <div class="pair">
          <div class="field">
            <label for="reached-from">${t('from')}</label>
            <input id="reached-from" name="from" type="datetime-local" required />
          </div>
          <div class="field">
            <label for="reached-to">${t('until')}</label>
            <input id="reached-to" name="to" type="datetime-local" required />
          </div>
        </div>
        <div>
          <button class="btn" type="submit" aria-disabled=${busy ? 'true' : nothing}>
            ${t(busy ? 'searching' : 'search')}
          </button>
        </div>
      </form>
      ${now.state === 'failed' ? problemView(this.#host, now.problem, { texts: t }) : nothing}
      <div role="status">${now.state === 'ready' ? this.#result(now.value) : nothing}</div>
    </section>`
  }

  #result(found: readonly Exposure[]): TemplateResult {
    const t = this.#t
    if (found.length === 0) return html`<p>${t('reachedNone')}</p>`
    return html`<div class="row between wrap">
      <b>${t('reached', { count: found.length })}</b>
      <button class="btn small" type="button" @click=${() => this.#save(found)}>${t('saveList')}</button>
    </div>`
  }
}
