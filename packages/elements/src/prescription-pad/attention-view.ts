import { html, nothing, type TemplateResult } from 'lit'
import type { Prescription } from '@visitkit/sdk'
import { iconAlert } from '../core/icons.ts'
import type { Translate } from '../core/localize.ts'
import type { prescriptionPadEn } from './prescription-pad.en.ts'

/** What was agreed with a pharmacy, as it is typed. */
export interface PharmacyCall {
  readonly id: string
  readonly agreed: string
  readonly isMissing: boolean
}

export interface AttentionView {
  readonly t: Translate<typeof prescriptionPadEn>
  /** The prescription with an action in progress. */
  readonly busy: string | null
  readonly call: PharmacyCall | null
  readonly onCall: (one: Prescription | null) => void
  readonly onAgreed: (agreed: string) => void
  readonly onCalled: (one: Prescription) => void
}

/** Why a person has to telephone the pharmacy, and what was agreed, which settles it. */
export const attentionView = (view: AttentionView, one: Prescription): TemplateResult | typeof nothing => {
  const { t, call, busy } = view
  const { needsAttention, medication, pharmacy } = one
  if (!needsAttention) return nothing
  return html`<div class="banner bad">
      ${iconAlert}
      <p><b>${t(`attention_${needsAttention}`)}</b> <span dir="ltr">${pharmacy?.phone ?? ''}</span></p>
    </div>
    ${
      call?.id === one.id
        ? form(view, call, one)
        : html`<div>
            <button
              class="btn small"
              id="call-${one.id}"
              type="button"
              aria-label=${t('attentionSettleName', { name: medication.name })}
              aria-disabled=${busy === one.id ? 'true' : nothing}
              @click=${() => view.onCall(one)}
            >
              ${t('attentionSettle')}
            </button>
          </div>`
    }`
}

const form = ({ t, busy, ...view }: AttentionView, { agreed, isMissing }: PharmacyCall, one: Prescription) =>
  html`<form
    class="ask stack"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault()
      view.onCalled(one)
    }}
  >
    <div class="field">
      <label for="call-agreed">${t('attentionAgreed')}</label>
      <p class="hint" id="call-hint">${t('attentionHint')}</p>
      ${isMissing ? html`<p class="error" id="call-missing" role="alert">${t('attentionMissing')}</p>` : nothing}
      <input
        id="call-agreed"
        dir="auto"
        maxlength="500"
        autocomplete="off"
        aria-invalid=${isMissing ? 'true' : nothing}
        aria-describedby=${isMissing ? 'call-hint call-missing' : 'call-hint'}
        .value=${agreed}
        @input=${({ target }: Event) => view.onAgreed((target as HTMLInputElement).value)}
      />
    </div>
    <div class="row wrap">
      <button class="btn small" aria-disabled=${busy === one.id ? 'true' : nothing}>${t('attentionSave')}</button>
      <button class="btn quiet small" type="button" @click=${() => view.onCall(null)}>${t('attentionLater')}</button>
    </div>
  </form>`
