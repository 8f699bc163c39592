import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { ChartCondition, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { Loader } from '../core/loader.ts'
import type { PatientElement } from '../core/patient-element.ts'
import { problemView } from '../core/problem-view.ts'
import { problemList, type Problems } from './chart-lists.ts'
import type { ChartTranslate } from './chart-translate.ts'
import type { LoadedPages } from './reload-pages.ts'

const problemName = ({ code, display }: ChartCondition): string => `${code} ${display}`

/** The problem actions: resolve, mark as entered in error, and reactivate; and the list of inactive problems. */
export class ProblemPanel {
  readonly #host: PatientElement
  readonly #t: ChartTranslate
  readonly #client: () => VisitClient | null
  readonly #changed: () => void
  readonly #acting: Loader<unknown>

  /** @param changed - Called after each action, successful or not, because the data may have changed. */
  constructor(host: PatientElement, t: ChartTranslate, client: () => VisitClient | null, changed: () => void) {
    this.#host = host
    this.#t = t
    this.#client = client
    this.#changed = changed
    this.#acting = new Loader(host)
  }

  reset(): void {
    this.#acting.reset()
  }

  async #turn({ id, version }: ChartCondition, status: ChartCondition['status']): Promise<void> {
    const { patientId } = this.#host
    const client = this.#client()
    if (!client || this.#acting.busy) return
    const answer = await this.#acting.run(() => client.conditions.change(patientId, id, { status, version }))
    this.#changed()
    if (answer === undefined) return
    this.#host.announce(this.#t(status === 'active' ? 'backDone' : 'ended'))
    await moveFocus(this.#host, '#problems')
  }

  #button(condition: ChartCondition, status: ChartCondition['status'], text: string, name = text): TemplateResult {
    return html`<button
      class="btn small"
      type="button"
      aria-label=${name}
      aria-disabled=${this.#acting.busy ? 'true' : 'false'}
      @click=${() => void this.#turn(condition, status)}
    >
      ${text}
    </button>`
  }

  #ways(condition: ChartCondition): TemplateResult {
    const t = this.#t
    return html`<details class="small">
      <summary aria-label=${t('changeName', { name: problemName(condition) })}>${t('change')}</summary>
      <div class="row wrap">
        ${this.#button(condition, 'resolved', t('resolve'))}
        ${this.#button(condition, 'entered-in-error', t('inError'))}
      </div>
    </details>`
  }

  #past({ items, next }: LoadedPages<ChartCondition>, mayChange: boolean, below: unknown): TemplateResult {
    const t = this.#t
    const { format } = this.#host
    return html`<details class="small">
      <summary>${t(next === null ? 'pastProblems' : 'pastProblemsGoOn', { count: items.length })}</summary>
      <ul class="rows">
        ${repeat(
          items,
          ({ id }) => id,
          (condition) => {
            const { code, display, status, endedAt = '', firstNotedAt } = condition
            const isError = status === 'entered-in-error'
            const name = html`<b class="num">${code}</b> <span lang="en" dir="ltr">${display}</span>`
            const date = format.date(endedAt)
            return html`<li class="tight">
              <span>${isError ? html`<s>${name}</s>` : name}</span>
              <span class="muted"
                >${isError ? t('inErrorOn', { date }) : format.list([t('since', { date: format.date(firstNotedAt) }), t('overOn', { date })])}</span
              >
              ${
                mayChange
                  ? html`<div>
                      ${this.#button(condition, 'active', t('putBack'), t('putBackName', { name: problemName(condition) }))}
                    </div>`
                  : nothing
              }
            </li>`
          },
        )}
      </ul>
      ${below}
    </details>`
  }

  /** @param below - The content below each of the two lists. */
  render({ active, ended, mayChange }: Problems, below: Readonly<Record<'active' | 'ended', unknown>>): unknown {
    const { problem } = this.#acting
    return [
      problemList(this.#t, this.#host.format, active.items, (condition) =>
        mayChange ? this.#ways(condition) : nothing,
      ),
      below.active,
      problem ? problemView(this.#host, problem, { texts: this.#t }) : nothing,
      ended.items.length > 0 ? this.#past(ended, mayChange, below.ended) : nothing,
    ]
  }
}
