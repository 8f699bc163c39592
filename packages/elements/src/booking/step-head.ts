import { html, nothing, type TemplateResult } from 'lit'
import { iconBack } from '../core/icons.ts'
import type { BookingView } from './booking-view.ts'
import { decisions } from './decisions.ts'

/**
 * The way back, the progress, the question, and what is decided already.
 *
 * @param problem - What is to be read before the decisions.
 */
export const stepHead = (view: BookingView, heading: string, problem: unknown = nothing): TemplateResult => {
  const { host, flow, t } = view
  const { decided, progress } = flow
  return html`<div class="tight">
      ${
        decided.length > 0
          ? html`<div>
              <button class="btn quiet small start" type="button" @click=${() => flow.back()}>
                ${iconBack} ${t('back')}
              </button>
            </div>`
          : nothing
      }
      ${progress ? html`<p class="small muted num">${t('step', progress)}</p>` : nothing}
      <h2 id="heading" part="heading" tabindex="-1" aria-level=${host.headingLevel}>${heading}</h2>
    </div>
    ${problem} ${decisions(view)}`
}
