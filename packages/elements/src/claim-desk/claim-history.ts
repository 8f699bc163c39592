import { html, nothing, type TemplateResult } from 'lit'
import type { Claim } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import { stateTone, type ClaimDeskTranslate } from './claim-states.ts'

/** The history of a claim, the oldest first, in words that promise no payment. */
export const claimHistory = (
  t: ClaimDeskTranslate,
  format: Formatter,
  { history }: Claim,
  level: number,
): TemplateResult =>
  html`<section class="part" aria-labelledby="history-heading">
    <h3 id="history-heading" aria-level=${level + 1}>${t('historyHeading')}</h3>
    <ol class="history">
      ${history.map(
        ({ at, state, by, code }) =>
          html`<li class=${stateTone(state)}>
            <p>${t(`told_${state}`)}</p>
            <p class="small muted num">
              <time datetime=${at}>${format.moment(at)}</time>${format.comma}${t(`by_${by}`)}
              ${code ? html`<code dir="ltr">${code}</code>` : nothing}
            </p>
          </li>`,
      )}
    </ol>
  </section>`
