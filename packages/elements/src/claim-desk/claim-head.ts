import { html, nothing, type TemplateResult } from 'lit'
import type { Claim } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import { formatPlainDate, stateTone, type ClaimDeskTranslate } from './claim-states.ts'

interface ClaimHeadView {
  readonly t: ClaimDeskTranslate
  readonly format: Formatter
  readonly level: number
  readonly claim: Claim
  readonly onOpen: (claimId: string) => void
}

/** The patient, the payer and the state of a claim. */
export const claimHead = ({ t, format, level, claim, onOpen }: ClaimHeadView): TemplateResult => {
  const { patient, number, payer, state, frequency, follows, serviceDate, fileBy, practitioner } = claim
  const { coverage, payerClaimNumber } = claim
  return html`<header class="part">
    <div class="row between wrap top">
      <div class="tight">
        <h2 id="heading" part="heading" tabindex="-1" aria-level=${level}>
          <bdi>${patient?.displayName ?? number}</bdi>
        </h2>
        <p>
          ${t.rich('claimLine', {
            number: html`<b class="num" dir="ltr">${number}</b>`,
            payer: html`<bdi>${payer.name}</bdi>`,
          })}
        </p>
      </div>
      <span class="chip ${stateTone(state)}">${t(`state_${state}`)}</span>
    </div>
    <p class="small muted">
      ${t('serviceLine', { date: formatPlainDate(format, serviceDate), name: practitioner.displayName, by: formatPlainDate(format, fileBy) })}
      ${coverage ? html`${t('coverageLine', { member: coverage.memberNumber })}.` : nothing}
      ${payerClaimNumber ? t('payerNumber', { number: payerClaimNumber }) : nothing}
    </p>
    ${
      frequency === '1' && follows === undefined
        ? nothing
        : html`<p class="row wrap">
            ${frequency === '1' ? nothing : html`<span class="chip none">${t(`frequency_${frequency}`)}</span>`}
            ${
              follows
                ? html`<button class="btn quiet small" type="button" @click=${() => onOpen(follows)}>
                    ${t('openOriginal')}
                  </button>`
                : nothing
            }
          </p>`
    }
  </header>`
}
