import { html, nothing, type TemplateResult } from 'lit'
import { iconAlert } from './icons.ts'
import type { ProblemMessage } from './message-types.ts'
import { phoneLink } from './phone-link.ts'
import type { Problem } from './problem.ts'
import type { VisitElement } from './visit-element.ts'

/** Codes that mean the same to a person. */
const ALIKE: Readonly<Record<string, string>> = {
  timed_out: 'connection_failed',
  session_expired: 'session_ended',
  session_unavailable: 'session_ended',
  unauthenticated: 'session_ended',
}
const BY_STATUS: Readonly<Record<number, string>> = {
  401: 'session_ended',
  403: 'forbidden',
  404: 'not_found',
  429: 'too_many',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
}

/** An element's own texts, asked first for `problem_<code>`. */
export interface ProblemTexts {
  raw(key: string): unknown
}

interface Choices {
  /** Draws "Try again". Leave it out when another step is the way on. */
  readonly retry?: () => void
  /** What to do once a colleague is covered, where `retry` is not drawn. */
  readonly again?: () => void
  readonly texts?: ProblemTexts
  /** Other buttons, e.g. "Choose another time". */
  readonly actions?: unknown
}

const NOT_YET: ProblemMessage = ['', '', '']

/**
 * The three sentences for a problem: the element's own by code, then the shared ones by code, by status, by nothing. Empty ones
 * while the exact ones are on their way; what got no answer never waits for them.
 */
export const problemText = (host: VisitElement, problem: Problem, texts?: ProblemTexts): ProblemMessage => {
  const keys = [problem.code, ALIKE[problem.code], BY_STATUS[problem.status], 'unknown']
  for (const key of keys) {
    const found = key && (texts?.raw(`problem_${key}`) ?? host.core.raw(`problem_${key}`))
    if (found) return found as ProblemMessage
    if (problem.status > 0 && host.language.isIncomplete) return NOT_YET
  }
  return NOT_YET
}

/** What happened, that nothing was lost, and what to do; for patients, whom they can call. Read aloud as soon as it appears. Needs `bannerStyles` and `buttonStyles`. */
export const problemView = (
  host: VisitElement,
  problem: Problem,
  { retry, again, texts, actions }: Choices = {},
): TemplateResult => {
  const [happened, kept, next] = problemText(host, problem, texts)
  if (!happened) return html``
  const cover = host.coverStep(problem, retry ?? again)
  if (cover?.instead) return cover.instead
  return html`<div class="banner bad" role="alert">
    ${iconAlert}
    <div class="stack">
      <div class="tight">
        <p><b>${happened}</b></p>
        <p>${kept} ${next}</p>
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
