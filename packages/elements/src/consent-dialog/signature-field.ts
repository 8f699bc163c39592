import { html, nothing, type TemplateResult } from 'lit'
import type { ConsentDialogTranslate } from './consent-question.ts'

/** @param missing - The person tried to agree without a name. */
export const signatureField = (
  t: ConsentDialogTranslate,
  name: string,
  missing: boolean,
  onInput: (name: string) => void,
): TemplateResult =>
  html`<div class="field">
    <label for="signature">${t('sign')}</label>
    <p class="hint" id="signature-hint">${t('signHint')}</p>
    ${missing ? html`<p class="error" id="signature-error">${t('signMissing')}</p>` : nothing}
    <input
      id="signature"
      type="text"
      autocomplete="name"
      dir="auto"
      spellcheck="false"
      maxlength="120"
      aria-required="true"
      aria-invalid=${missing ? 'true' : nothing}
      aria-describedby=${missing ? 'signature-hint signature-error' : 'signature-hint'}
      .value=${name}
      @input=${(event: Event) => onInput((event.target as HTMLInputElement).value)}
    />
  </div>`

/** A first and a last name, or a single name. */
export const isFullName = (name: string): boolean => name.trim().length >= 2
