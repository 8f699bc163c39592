import { html, nothing, type TemplateResult } from 'lit'
import type { Claim } from '@visitkit/sdk'
import { isChangeable, isDecided, isTakenBack, type T } from './claim-states.ts'

/** What the desk can do with a claim. */
export type ClaimAct = 'submit' | 'check' | 'refresh' | 'correct' | 'void'

/** The word for what was done. */
export const saidAfter = {
  submit: 'submitted',
  check: 'checked',
  refresh: 'refreshed',
  correct: 'corrected',
  void: 'voided',
} as const satisfies Record<ClaimAct, string>

interface ClaimActionsView {
  readonly t: T
  readonly claim: Claim
  readonly busy: ClaimAct | null
  /** What is written and not saved: an act would be on the claim without it. */
  readonly isWriting: boolean
  /** Whether the person is asked once more before the claim is taken back. */
  readonly asksToVoid: boolean
  readonly onAct: (act: ClaimAct) => void
  readonly onAskToVoid: (asks: boolean) => void
}

/** The way on for a claim as it stands: the likely step first and filled. */
export const claimActions = (view: ClaimActionsView): TemplateResult => {
  const { t, claim, busy, isWriting, asksToVoid, onAct, onAskToVoid } = view
  if (isWriting) return html`<p class="note actions" id="unsaved" tabindex="-1">${t('unsaved')}</p>`
  const button = (act: ClaimAct, kind = '', name = t(act)): TemplateResult =>
    html`<button
      class="btn small ${kind}"
      id=${act}
      type="button"
      aria-disabled=${busy === act ? 'true' : nothing}
      @click=${() => onAct(act)}
    >
      ${name}
    </button>`
  if (isChangeable(claim)) {
    const isClear = claim.state !== 'blocked' && claim.state !== 'patient-pays' && !claim.stale
    return html`<div class="row wrap actions">
      ${isClear ? button('submit', 'primary', t(busy === 'submit' ? 'submitting' : 'submit')) : nothing}
      ${claim.state === 'blocked' ? button('check', claim.stale ? '' : 'primary') : nothing}
      ${button('refresh', claim.stale ? 'primary' : '')}
    </div>`
  }
  if (isTakenBack(claim)) return html`<div class="row wrap actions">${button('correct', '', t('billAgain'))}</div>`
  if (!isDecided(claim)) return html`<div class="actions"></div>`
  if (asksToVoid)
    return html`<div class="banner warn" role="group" aria-labelledby="void-ask">
      <div class="stack">
        <p id="void-ask" tabindex="-1">${t('voidAsk')}</p>
        <div class="row wrap">
          ${button('void', 'danger', t('voidYes'))}
          <button class="btn small" type="button" @click=${() => onAskToVoid(false)}>${t('voidNo')}</button>
        </div>
      </div>
    </div>`
  return html`<div class="row wrap actions">
    ${button('correct', claim.state === 'denied' ? 'primary' : '')}
    <button class="btn small" id="ask-void" type="button" @click=${() => onAskToVoid(true)}>${t('void')}</button>
  </div>`
}
