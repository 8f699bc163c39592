import { html, nothing, type TemplateResult } from 'lit'
import type { Claim } from '@visitkit/sdk'
import { isChangeable, isDecided, isVoid, type ClaimDeskTranslate } from './claim-states.ts'

/** The actions on a claim. */
export type ClaimAction = 'submit' | 'check' | 'refresh' | 'correct' | 'void'

/** The announcement after an action. */
export const actionResult = {
  submit: 'submitted',
  check: 'checked',
  refresh: 'refreshed',
  correct: 'corrected',
  void: 'voided',
} as const satisfies Record<ClaimAction, string>

interface ClaimActionsView {
  readonly t: ClaimDeskTranslate
  readonly claim: Claim
  readonly busy: ClaimAction | null
  /** There are unsaved edits, which an action would not include. */
  readonly hasUnsavedEdits: boolean
  /** Whether the confirmation for a void is shown. */
  readonly confirmsVoid: boolean
  readonly onAction: (action: ClaimAction) => void
  readonly onConfirmVoid: (asks: boolean) => void
}

/** The actions for a claim in its current state: the most likely one is first and filled. */
export const claimActions = (view: ClaimActionsView): TemplateResult => {
  const { t, claim, busy, hasUnsavedEdits, confirmsVoid, onAction, onConfirmVoid } = view
  if (hasUnsavedEdits) return html`<p class="note actions" id="unsaved" tabindex="-1">${t('unsaved')}</p>`
  const button = (action: ClaimAction, kind = '', name = t(action)): TemplateResult =>
    html`<button
      class="btn small ${kind}"
      id=${action}
      type="button"
      aria-disabled=${busy === action ? 'true' : nothing}
      @click=${() => onAction(action)}
    >
      ${name}
    </button>`
  if (isChangeable(claim)) {
    const isClear = claim.state !== 'blocked' && claim.state !== 'self-pay' && !claim.stale
    return html`<div class="row wrap actions">
      ${isClear ? button('submit', 'primary', t(busy === 'submit' ? 'submitting' : 'submit')) : nothing}
      ${claim.state === 'blocked' ? button('check', claim.stale ? '' : 'primary') : nothing}
      ${button('refresh', claim.stale ? 'primary' : '')}
    </div>`
  }
  if (isVoid(claim)) return html`<div class="row wrap actions">${button('correct', '', t('billAgain'))}</div>`
  if (!isDecided(claim)) return html`<div class="actions"></div>`
  if (confirmsVoid)
    return html`<div class="banner warn" role="group" aria-labelledby="void-ask">
      <div class="stack">
        <p id="void-ask" tabindex="-1">${t('voidAsk')}</p>
        <div class="row wrap">
          ${button('void', 'danger', t('voidYes'))}
          <button class="btn small" type="button" @click=${() => onConfirmVoid(false)}>${t('voidNo')}</button>
        </div>
      </div>
    </div>`
  return html`<div class="row wrap actions">
    ${button('correct', claim.state === 'denied' ? 'primary' : '')}
    <button class="btn small" id="ask-void" type="button" @click=${() => onConfirmVoid(true)}>${t('void')}</button>
  </div>`
}
