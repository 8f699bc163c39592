import { html, nothing, type TemplateResult } from 'lit'
import type { NoteTemplateSection } from '@visitkit/sdk'
import { headingOf, type T } from './note-view.ts'

interface SigningBarView {
  readonly t: T
  readonly tag: string
  readonly sections: readonly NoteTemplateSection[]
  /** Section codes, `diagnoses` or `services`. */
  readonly missing: readonly string[]
  readonly isAsking: boolean
  readonly isSigning: boolean
  readonly isSupervised: boolean
  readonly problem: unknown
  readonly onMissing: (part: string) => void
  readonly onSign: () => void
  readonly onSignNow: () => void
  readonly onNotYet: () => void
}

/** What is still needed, each a way to its field; then the button, and once more the question before what cannot be undone. */
export const signingBar = (view: SigningBarView): TemplateResult => {
  const { t, tag, sections, missing } = view
  const wordsFor = (part: string): string =>
    part === 'diagnoses'
      ? t('missingDiagnoses')
      : part === 'services'
        ? t('missingServices')
        : headingOf(sections, part, tag)
  if (view.isAsking)
    return html`<div class="bar stack" role="group" aria-labelledby="sign-question">
      <div class="tight">
        <b id="sign-question" tabindex="-1">${t('signHeading')}</b>
        <p class="small">${t('signText')} ${view.isSupervised ? t('signSupervised') : ''}</p>
      </div>
      ${view.problem || nothing}
      <div class="row wrap">
        <button
          class="btn primary"
          type="button"
          aria-disabled=${view.isSigning ? 'true' : nothing}
          @click=${view.onSignNow}
        >
          ${t(view.isSigning ? 'signing' : 'signNow')}
        </button>
        <button class="btn quiet" type="button" @click=${view.onNotYet}>${t('notYet')}</button>
      </div>
    </div>`
  return html`<div class="bar stack">
    ${view.problem || nothing}
    <div class="row between wrap">
      ${
        missing.length === 0
          ? html`<p class="small muted grow">${t('ready')}</p>`
          : html`<p class="small grow" id="missing">
              ${t('missing')}
              ${missing.map(
                (part, index) =>
                  html`<button class="way" type="button" @click=${() => view.onMissing(part)}>${wordsFor(part)}</button
                    >${index < missing.length - 1 ? ', ' : ''}`,
              )}
            </p>`
      }
      <button
        class="btn primary"
        type="button"
        aria-describedby=${missing.length > 0 ? 'missing' : nothing}
        @click=${view.onSign}
      >
        ${t('sign')}
      </button>
    </div>
  </div>`
}
