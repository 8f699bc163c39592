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

/** The actions that make another claim. They ask first. */
type Asked = 'correct' | 'void'
const questions = {
  correct: { ask: 'correctAsk', yes: 'correctYes', no: 'cancel', kind: 'primary' },
  void: { ask: 'voidAsk', yes: 'voidYes', no: 'voidNo', kind: 'danger' },
} as const

interface ClaimActionsView {
  readonly t: ClaimDeskTranslate
  readonly claim: Claim
  readonly busy: ClaimAction | null
  /** There are unsaved edits, which an action would not include. */
  readonly hasUnsavedEdits: boolean
  /** The action whose confirmation is shown. */
  readonly asks: Asked | null
  readonly onAction: (action: ClaimAction) => void
  readonly onAsk: (action: Asked, asks: boolean) => void
}

/** The actions for a claim in its current state: the most likely one is first and filled. */
export const claimActions = (view: ClaimActionsView): TemplateResult | null => {
  const { t, claim, busy, hasUnsavedEdits, asks, onAction, onAsk } = view
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
  if (!isDecided(claim)) return null
  if (asks) {
    const { ask, yes, no, kind } = questions[asks]
    return html`<div class="banner warn" role="group" aria-labelledby="ask">
      <div class="stack">
        <p id="ask" tabindex="-1">${t(ask)}</p>
        <div class="row wrap">
          ${button(asks, kind, t(yes))}
          <button class="btn small" type="button" @click=${() => onAsk(asks, false)}>${t(no)}</button>
        </div>
      </div>
    </div>`
  }
  const asking = (action: Asked, kind: string): TemplateResult =>
    html`<button class="btn small ${kind}" id="ask-${action}" type="button" @click=${() => onAsk(action, true)}>
      ${t(action)}
    </button>`
  return html`<div class="row wrap actions">
    ${asking('correct', claim.state === 'denied' ? 'primary' : '')} ${asking('void', '')}
  </div>`
}
