import { html, type TemplateResult } from 'lit'
import type { PatientBackground } from '@visitkit/sdk'
import type { backgroundWordsEn } from '../core/background-words.en.ts'
import { backgroundWordsMessages } from '../core/background-words.messages.ts'
import { Loader } from '../core/loader.ts'
import type { Translate } from '../core/localize.ts'
import type { PatientElement } from '../core/patient-element.ts'
import { problemView } from '../core/problem-view.ts'
import type { ChartTranslate } from './chart-translate.ts'

/** What the patient says about themselves. It is read, and so recorded as read, when a clinician opens it. */
export class BackgroundPanel {
  readonly #host: PatientElement
  readonly #t: ChartTranslate
  readonly #w: Translate<typeof backgroundWordsEn>
  readonly #read: Loader<PatientBackground>

  constructor(host: PatientElement, t: ChartTranslate) {
    this.#host = host
    this.#t = t
    this.#w = host.language.bundle(backgroundWordsMessages)
    this.#read = new Loader(host)
  }

  reset(): void {
    this.#read.reset()
  }

  load(read: (signal: AbortSignal) => Promise<PatientBackground>): void {
    void this.#read.run(read)
  }

  render(retry: () => void): unknown {
    const { now } = this.#read
    if (now.state === 'failed') return problemView(this.#host, now.problem, { retry })
    if (now.state !== 'ready')
      return html`<p class="small muted" role="status" aria-busy="true">${this.#t('loading')}</p>`
    return this.#answers(now.value)
  }

  #answers({ races = [], ethnicity, birthSex, genderIdentity, changedAt }: PatientBackground): TemplateResult {
    const w = this.#w
    const { format } = this.#host
    const rows: readonly (readonly [string, string | undefined])[] = [
      [w('races'), races.length > 0 ? format.and(races.map((race) => w(`race_${race}`))) : undefined],
      [w('ethnicity'), ethnicity && w(`ethnicity_${ethnicity}`)],
      [w('birthSex'), birthSex && w(`birthSex_${birthSex}`)],
      [w('genderIdentity'), genderIdentity && w(`genderIdentity_${genderIdentity}`)],
    ]
    return html`<dl class="facts small">
        ${rows.map(
          ([name, answer]) =>
            html`<div>
              <dt class="muted">${name}</dt>
              <dd class=${answer ? '' : 'muted'}>${answer ?? w('noAnswer')}</dd>
            </div>`,
        )}
      </dl>
      ${changedAt ? html`<p class="small muted">${this.#t('backgroundFrom', { date: format.date(changedAt) })}</p>` : ''}`
  }
}
