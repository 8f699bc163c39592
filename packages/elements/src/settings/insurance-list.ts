import { html, nothing, type TemplateResult } from 'lit'
import type { Coverage, VisitClient } from '@visitkit/sdk'
import { followWatch } from '../core/follow-watch.ts'
import { Loader } from '../core/loader.ts'
import type { Translate } from '../core/localize.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { wholeName } from '../core/whole-name.ts'
import type { insuranceEn } from './insurance.en.ts'
import { insuranceMessages } from './insurance.messages.ts'

/** The insurance that the clinic has for the patient. Updates live. */
export class InsuranceList {
  readonly #host: VisitElement
  readonly #t: Translate<typeof insuranceEn>
  readonly #coverages: Loader<readonly Coverage[]>

  constructor(host: VisitElement) {
    this.#host = host
    this.#t = host.language.bundle(insuranceMessages)
    this.#coverages = new Loader(host)
  }

  reset(): void {
    this.#coverages.reset()
  }

  follow(client: VisitClient, patientId: string, signal: AbortSignal): void {
    const watch = client.watch(async (reading) => (await client.coverages.ofPatient(patientId, reading)).items, {
      on: ['coverage.changed'],
      ids: { patientId },
      signal,
    })
    void this.#coverages.run(() => followWatch(watch, (changed) => this.#coverages.set(changed)), { quietly: true })
  }

  #one({ id, order, payer, memberNumber, groupNumber, relationship, subscriber, nameOnCard, from, to }: Coverage) {
    const t = this.#t
    const day = (date: string): string => this.#host.format.at('UTC').date(date)
    const insured = t(`insured_${relationship}`)
    const facts: readonly (readonly [name: string, value: unknown])[] = [
      [t('memberNumber'), html`<span class="num" dir="ltr">${memberNumber}</span>`],
      [t('groupNumber'), groupNumber && html`<span class="num" dir="ltr">${groupNumber}</span>`],
      [
        t('insured'),
        subscriber
          ? html`${insured}<span class="small muted" dir="auto"> ${wholeName(subscriber.name)}</span>`
          : insured,
      ],
      [t('card'), nameOnCard && html`<span dir="auto">${wholeName(nameOnCard)}</span>`],
      [
        t('valid'),
        to === undefined ? t('period', { from: day(from) }) : t('periodTo', { from: day(from), to: day(to) }),
      ],
    ]
    return html`<li class="stack">
      <p class="row between wrap">
        <b id="insurance-${id}" dir="auto">${payer.name}</b>
        <span class="small muted">${t(`order_${order === 2 || order === 3 ? order : 1}`)}</span>
      </p>
      <dl class="pair">
        ${facts.map(([name, value]) =>
          value
            ? html`<div>
                <dt class="small muted">${name}</dt>
                <dd class="wraps">${value}</dd>
              </div>`
            : nothing,
        )}
      </dl>
    </li>`
  }

  render(): TemplateResult {
    const [t, { now }] = [this.#t, this.#coverages]
    return html`<section class="stack" aria-labelledby="insurance">
      <h3 id="insurance" tabindex="-1" aria-level=${this.#host.headingLevel + 1}>${t('heading')}</h3>
      <p class="hint">${t('hint')}</p>
      ${
        now.state === 'failed'
          ? problemView(this.#host, now.problem, { texts: t })
          : now.state !== 'ready'
            ? html`<p class="muted" role="status">${t('reading')}</p>`
            : now.value.length === 0
              ? html`<p class="muted">${t('none')}</p>`
              : html`<ul class="lined">
                  ${now.value.map((coverage) => this.#one(coverage))}
                </ul>`
      }
    </section>`
  }
}
