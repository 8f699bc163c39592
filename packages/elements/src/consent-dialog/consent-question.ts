import { html, nothing, type TemplateResult } from 'lit'
import type { ConsentRequirement } from '@visitkit/sdk'
import { iconDownload } from '../core/icons.ts'
import type { Translate } from '../core/localize.ts'
import { saveFile } from '../core/save-file.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { phoneLink } from '../core/phone-link.ts'
import type { consentDialogEn } from './consent-dialog.en.ts'
import { consentText, consentTextFile } from './consent-text.ts'

export type ConsentDialogTranslate = Translate<typeof consentDialogEn>

/** Whom to call for another way to be seen. */
export const orCall = (t: ConsentDialogTranslate, phone: string | undefined): TemplateResult | typeof nothing =>
  phone ? html`${t('orCall')} ${phoneLink(phone)}` : nothing

interface ConsentQuestionView {
  readonly requirement: ConsentRequirement
  /** Of the clinic. */
  readonly phone: string | undefined
  /** The number of the text and the total; empty for a single text. */
  readonly progress: string
  readonly busy: boolean
  /** A problem, shown above the buttons. */
  readonly problem: unknown
  readonly signature: TemplateResult
  /** What the person chooses, in a consent that asks for it. */
  readonly choices: unknown
  readonly onAgree: (event: Event) => void
  readonly onDecline: () => void
  readonly onLater: (event: Event) => void
}

const questionHead = (
  { headingLevel, format }: VisitElement,
  t: ConsentDialogTranslate,
  { document: { title, language }, reason }: ConsentRequirement,
  progress: string,
): TemplateResult => {
  // The first request needs no reason.
  const note = reason && reason !== 'first-time' ? t(`reason_${reason}`) : undefined
  const foreign = language.split('-')[0] !== format.tag.split('-')[0]
  return html`<div class="tight">
    ${progress ? html`<p class="small muted num">${progress}</p>` : nothing}
    <h2 id="heading" part="heading" tabindex="-1" autofocus aria-level=${headingLevel} lang=${language}>${title}</h2>
    ${note ? html`<p class="muted">${note}</p>` : nothing}
    ${foreign ? html`<p class="muted">${t('otherLanguage', { language: format.languageName(language) })}</p>` : nothing}
  </div>`
}

/** One text in full, a signature, and two equal buttons. */
export const consentQuestion = (
  host: VisitElement & { readonly inline: boolean },
  t: ConsentDialogTranslate,
  { requirement, phone, progress, busy, problem, signature, choices, onAgree, onDecline, onLater }: ConsentQuestionView,
): TemplateResult => {
  const { document } = requirement
  const disabled = busy ? 'true' : nothing
  return html`<form class="form" novalidate @submit=${onAgree}>
    <div class="body pad stack">
      ${questionHead(host, t, requirement, progress)} ${consentText(document, t('text'), host.headingLevel + 1)}
      <div>
        <button
          class="btn quiet small start"
          type="button"
          @click=${() => saveFile(consentTextFile(document), `${document.purpose}.txt`)}
        >
          ${iconDownload} ${t('save')}
        </button>
      </div>
      ${choices} ${signature}
      <p class="small muted">${t('declineHint')} ${orCall(t, phone)}</p>
    </div>
    <div class="foot stack">
      ${problem}
      <div class="row wrap answers">
        <button class="btn primary" type="submit" aria-disabled=${disabled}>${t(busy ? 'saving' : 'agree')}</button>
        <button class="btn" type="button" aria-disabled=${disabled} @click=${onDecline}>${t('decline')}</button>
        ${host.inline ? nothing : html`<button class="btn quiet later" type="button" @click=${onLater}>${t('later')}</button>`}
      </div>
    </div>
  </form>`
}
