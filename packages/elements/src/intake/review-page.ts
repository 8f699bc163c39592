import { html, type TemplateResult } from 'lit'
import { localized, type Formatter } from '../core/format.ts'
import type { Translate } from '../core/localize.ts'
import type { Answers } from './is-condition-met.ts'
import type { intakeEn } from './intake.en.ts'
import type { Page } from './split-into-pages.ts'
import { answerText } from './question.ts'

export interface ReviewPageView {
  readonly t: Translate<typeof intakeEn>
  readonly format: Formatter
  readonly pages: readonly Page[]
  readonly answers: Answers
  readonly busy: boolean
  /** Why it could not be submitted. */
  readonly problem: unknown
  readonly onChange: (index: number) => void
  readonly onSend: () => void
}

/** The overview of all answers before submission. */
export const reviewPage = ({ t, format, pages, answers, busy, ...view }: ReviewPageView): TemplateResult =>
  html`<div class="card pad stack">
    <div class="tight">
      <h3 id="review" tabindex="-1">${t('reviewHeading')}</h3>
      <p class="muted">${t('reviewText')}</p>
    </div>
    <dl class="answers">
      ${pages.map(({ item }, index) => {
        const question = localized(item.text, format.tag)
        return html`<div>
          <dt dir="auto">${question}</dt>
          <dd dir="auto">${answerText(t, format, item, answers.get(item.linkId) ?? [])}</dd>
          <dd class="again">
            <button
              class="btn small quiet"
              type="button"
              aria-label=${t('changeOf', { question })}
              @click=${() => view.onChange(index)}
            >
              ${t('change')}
            </button>
          </dd>
        </div>`
      })}
    </dl>
    ${view.problem}
    <div>
      <button class="btn primary" type="button" aria-disabled=${busy ? 'true' : 'false'} @click=${view.onSend}>
        ${t(busy ? 'sending' : 'send')}
      </button>
    </div>
  </div>`
