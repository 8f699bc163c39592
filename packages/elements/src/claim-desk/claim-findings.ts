import { html, nothing, type TemplateResult } from 'lit'
import type { Claim, ClaimFinding, ClaimState } from '@visitkit/sdk'
import { iconAlert, iconInfo } from '../core/icons.ts'
import { LazyPart } from '../core/lazy-part.ts'
import { loadingRows } from '../core/loading-rows.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { ClaimDeskTranslate } from './claim-states.ts'
import type { FindingList } from './finding-list.ts'

/** States whose text already explains the fault. */
const explainedStates = {
  rejected: ['bad', 'rejectedHeading', 'rejectedText'],
  denied: ['bad', 'deniedHeading', 'deniedText'],
  undelivered: ['bad', 'undeliveredHeading', 'undeliveredText'],
  'self-pay': ['', 'patientPaysHeading', 'patientPaysText'],
} as const satisfies Partial<Record<ClaimState, readonly [string, string, string]>>

const hasWords = (state: ClaimState): state is keyof typeof explainedStates => state in explainedStates

const stateFinding = (
  t: ClaimDeskTranslate,
  { state, history }: Pick<Claim, 'state' | 'history'>,
): TemplateResult | typeof nothing => {
  if (!hasWords(state)) return nothing
  const [tone, heading, text] = explainedStates[state]
  const code = history.findLast((entry) => entry.state === state)?.code
  return html`<div class="banner ${tone}">
    ${tone ? iconAlert : iconInfo}
    <div class="tight">
      <p><b>${t(heading)}</b></p>
      <p>${t(text)}</p>
      ${code ? html`<p class="small muted">${t.rich('codeSaid', { code: html`<code dir="ltr">${code}</code>` })}</p>` : nothing}
    </div>
  </div>`
}

/** What to correct in a claim. The findings of the server load with their sentences. */
export class ClaimFindings {
  readonly #host: VisitElement
  readonly #t: ClaimDeskTranslate
  readonly #list: LazyPart<FindingList>

  constructor(host: VisitElement, t: ClaimDeskTranslate) {
    this.#host = host
    this.#t = t
    this.#list = new LazyPart(host, () =>
      import('./finding-list.ts').then(({ FindingList: Part }) => new Part(this.#host)),
    )
  }

  /** The claim, when its findings can be shown too: they are the first thing to read, and must not move what is below them. */
  async with(reading: Promise<Claim>): Promise<Claim> {
    const [claim] = await Promise.all([reading, this.#list.fetch()])
    return claim
  }

  #findings(findings: readonly ClaimFinding[]): unknown {
    const [t, { now }] = [this.#t, this.#list]
    if (findings.length === 0) return nothing
    if (now.state === 'ready') return now.value.render(t, findings)
    return now.state === 'failed'
      ? problemView(this.#host, now.problem, { texts: t, retry: () => void this.#list.fetch() })
      : loadingRows(t('loadingClaim'), 'stack')
  }

  render(claim: Claim, level: number): TemplateResult | typeof nothing {
    const t = this.#t
    const { findings, stale } = claim
    if (findings.length === 0 && !stale && !hasWords(claim.state)) return nothing
    return html`<section class="part" aria-labelledby="findings-heading">
      <h3 id="findings-heading" aria-level=${level + 1}>${t('findingsHeading')}</h3>
      ${stateFinding(t, claim)}
      ${
        stale
          ? html`<div class="banner warn">
              ${iconAlert}
              <div class="tight">
                <p><b>${t('staleText')}</b></p>
                <p class="muted">${t('staleHeading')}</p>
              </div>
            </div>`
          : nothing
      }
      ${this.#findings(findings)}
    </section>`
  }
}
