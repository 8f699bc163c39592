import { html, nothing, type TemplateResult } from 'lit'
import { iconAlert } from './icons.ts'
import { phoneLink } from './phone-link.ts'
import { problemText, type ProblemTexts } from './problem-text.ts'
import type { Problem } from './problem.ts'
import type { VisitElement } from './visit-element.ts'

interface ProblemViewOptions {
  /** Shows "Try again". Leave it out when another step is the next one. */
  readonly retry?: () => void
  /** Called after cover was taken, when `retry` is not set. */
  readonly again?: () => void
  readonly texts?: ProblemTexts
  /** Other buttons, e.g. "Choose another time". */
  readonly actions?: unknown
}

/**
 * What happened, that nothing was lost, and what to do; for patients, also whom to call. Announced when it appears. Needs `bannerStyles`
 * and `buttonStyles`.
 */
export const problemView = (
  host: VisitElement,
  problem: Problem,
  { retry, again, texts, actions }: ProblemViewOptions = {},
): TemplateResult => {
  const [happened, reassurance, next] = problemText(host, problem, texts)
  if (!happened) return html``
  const cover = host.coverStep(problem, retry ?? again)
  if (cover?.instead) return cover.instead
  return html`<div class="banner bad" role="alert">
    ${iconAlert}
    <div class="stack">
      <div class="tight">
        <p><b>${happened}</b></p>
        <p>${reassurance} ${next}</p>
        ${host.clinicPhone ? html`<p>${host.core.rich('clinicPhone', { phone: phoneLink(host.clinicPhone) })}</p>` : nothing}
        ${problem.requestId ? html`<p class="small muted">${host.core('reference', { id: problem.requestId })}</p>` : nothing}
      </div>
      ${cover?.view ?? nothing}
      ${
        (retry || actions) && !cover?.isOpen
          ? html`<div class="row wrap">
              ${actions ?? nothing}
              ${retry ? html`<button class="btn" type="button" @click=${retry}>${host.core('tryAgain')}</button>` : nothing}
            </div>`
          : nothing
      }
    </div>
  </div>`
}
