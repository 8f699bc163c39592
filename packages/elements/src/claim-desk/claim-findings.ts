import { html, nothing, type TemplateResult } from 'lit'
import type { Claim, ClaimState } from '@visitkit/sdk'
import { iconAlert, iconInfo } from '../core/icons.ts'
import type { CodesT, ClaimDeskTranslate } from './claim-states.ts'

/** States whose text already explains the fault. */
const explainedStates = {
  rejected: ['bad', 'rejectedHeading', 'rejectedText'],
  denied: ['bad', 'deniedHeading', 'deniedText'],
  undelivered: ['bad', 'undeliveredHeading', 'undeliveredText'],
  'self-pay': ['', 'patientPaysHeading', 'patientPaysText'],
} as const satisfies Partial<Record<ClaimState, readonly [string, string, string]>>

const hasWords = (state: ClaimState): state is keyof typeof explainedStates => state in explainedStates

const stateFinding = (t: ClaimDeskTranslate, { state, history }: Claim): TemplateResult | typeof nothing => {
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

/** The findings, with the remedy first. The server's own sentences, with the values of this claim, are in English. */
export const claimFindings = (
  t: ClaimDeskTranslate,
  codes: CodesT,
  claim: Claim,
  level: number,
): TemplateResult | typeof nothing => {
  const { findings, stale } = claim
  if (findings.length === 0 && !stale && !hasWords(claim.state)) return nothing
  const inOrder = findings.toSorted((a, b) => a.severity.localeCompare(b.severity))
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
    ${
      inOrder.length === 0
        ? nothing
        : html`<ol class="findings">
            ${inOrder.map(
              ({ severity, remedy, message, code }) =>
                html`<li class="banner ${severity === 'error' ? 'bad' : 'warn'}">
                  ${severity === 'error' ? iconAlert : iconInfo}
                  <div class="tight">
                    <p><b lang="en" dir="auto">${remedy}</b></p>
                    <p class="muted" lang="en" dir="auto">${message}</p>
                    <p class="chips small muted">
                      <span class="chip ${severity === 'error' ? 'bad' : 'warn'}">${t(severity)}</span>
                      ${codes(`finding_${code}`)}
                    </p>
                  </div>
                </li>`,
            )}
          </ol>`
    }
  </section>`
}
