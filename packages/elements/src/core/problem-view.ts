import { html, nothing, type TemplateResult } from 'lit'
import type { CoreProblem } from './core-problem.ts'
import { iconAlert } from './icons.ts'
import type { ProblemMessage } from './message-types.ts'
import { phoneLink } from './phone-link.ts'
import type { Problem } from './problem.ts'
import { reportWithoutWords } from './report-without-words.ts'
import { sameToPeople } from './same-to-people.ts'
import type { VisitElement } from './visit-element.ts'

/** For the codes of a server that is newer than this page. */
const BY_STATUS: Readonly<Record<number, CoreProblem>> = {
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
  readonly texts?: ProblemTexts
  /** Other buttons, e.g. "Choose another time". */
  readonly actions?: unknown
}

const NOT_YET: ProblemMessage = ['', '', '']

const isSame = (code: string): code is keyof typeof sameToPeople => Object.hasOwn(sameToPeople, code)

/**
 * The three sentences for a problem by its code: those of the part at work, then of the whole element, then the shared ones. Empty while
 * the exact ones are on their way; what got no answer never waits for them. For a code of a newer server, the status chooses the words.
 */
export const problemText = (host: VisitElement, { code, status }: Problem, texts?: ProblemTexts): ProblemMessage => {
  const wordsOf = (word: string): ProblemMessage | undefined =>
    (texts?.raw(`problem_${word}`) ?? host.language.find(`problem_${word}`)) as ProblemMessage | undefined
  const known = wordsOf(code) ?? (isSame(code) ? wordsOf(sameToPeople[code]) : undefined)
  if (known) return known
  if (status > 0 && host.language.isIncomplete) return NOT_YET
  if (!isSame(code) && host.language.isWhole) reportWithoutWords(`${host.localName}.problem`)
  return wordsOf(BY_STATUS[status] ?? 'unknown') ?? wordsOf('unknown') ?? NOT_YET
}

/** What happened, that nothing was lost, and what to do; for patients, whom they can call. Read aloud as soon as it appears. Needs `bannerStyles` and `buttonStyles`. */
export const problemView = (
  host: VisitElement,
  problem: Problem,
  { retry, texts, actions }: Choices = {},
): TemplateResult => {
  const [happened, kept, next] = problemText(host, problem, texts)
  if (!happened) return html``
  return html`<div class="banner bad" role="alert">
    ${iconAlert}
    <div class="stack">
      <div class="tight">
        <p><b>${happened}</b></p>
        <p>${kept} ${next}</p>
        ${host.clinicPhone ? html`<p>${host.core.rich('clinicPhone', { phone: phoneLink(host.clinicPhone) })}</p>` : nothing}
        ${problem.requestId ? html`<p class="small muted">${host.core('reference', { id: problem.requestId })}</p>` : nothing}
      </div>
      ${
        retry || actions
          ? html`<div class="row wrap">
              ${actions ?? nothing}
              ${retry ? html`<button class="btn" type="button" @click=${retry}>${host.core('tryAgain')}</button>` : nothing}
            </div>`
          : nothing
      }
    </div>
  </div>`
}
