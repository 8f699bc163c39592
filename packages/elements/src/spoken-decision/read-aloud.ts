import { html, nothing, type TemplateResult } from 'lit'
import type { ConsentDocument } from '@visitkit/sdk'
import { consentText } from '../consent-dialog/consent-text.ts'
import type { Translate } from '../core/localize.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { spokenDecisionEn } from './spoken-decision.en.ts'

type SpokenTranslate = Translate<typeof spokenDecisionEn>

/** Instead of the text: a spoken yes is not enough, and how the patient signs. */
export const signNote = (t: SpokenTranslate): TemplateResult =>
  html`<div class="banner warn">
    <div class="tight">
      <p><b>${t('mustSign')}</b></p>
      <p>${t('mustSignText')}</p>
      <p>${t('mustSignHow')}</p>
    </div>
  </div>`

interface ReadAloudView {
  /** Of the headings in the text. */
  readonly level: number
  readonly wasRead: boolean
  /** They said that the person agrees, and did not confirm that the text was read. */
  readonly isFault: boolean
  readonly confirm: (wasRead: boolean) => void
}

/** The text to read aloud in its language, and the confirmation that it was read. */
export const readAloud = (
  { format }: VisitElement,
  t: SpokenTranslate,
  document: ConsentDocument,
  { level, wasRead, isFault, confirm }: ReadAloudView,
): TemplateResult =>
  html`<p>${t('readAloud', { language: format.languageName(document.language) })}</p>
    <div class="spoken-text">${consentText(document, t('text'), level)}</div>
    <div class="field">
      ${isFault ? html`<p class="error" id="spoken-wasRead-fault" role="alert">${t('wasReadFault')}</p>` : nothing}
      <label class="choice"
        ><input
          id="spoken-wasRead"
          type="checkbox"
          aria-invalid=${isFault ? 'true' : nothing}
          aria-describedby=${isFault ? 'spoken-wasRead-fault' : nothing}
          .checked=${wasRead}
          @change=${({ target }: Event) => confirm((target as HTMLInputElement).checked)}
        />
        <span>${t('wasRead')}</span></label
      >
    </div>`
