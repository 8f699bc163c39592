import { html, nothing, type TemplateResult } from 'lit'
import type { NoteTemplateSection, VitalSign } from '@visitkit/sdk'
import { sectionHeading, type NoteEditorTranslate } from './note-view.ts'

/**
 * What must be completed before signing: a section by its code, a field with an invalid value by its LOINC code, the choice between two
 * versions (`conflict`), or the save of the draft (`saved`).
 */
export type MissingPart = keyof typeof places | `section:${string}` | `vital:${VitalSign}`

const places = {
  diagnoses: '#add-diagnosis',
  services: '.pointers input',
  conflict: '#notice',
  saved: '#note-status',
} as const

const isSection = (part: MissingPart): part is `section:${string}` => part.startsWith('section:')
const isVital = (part: MissingPart): part is `vital:${VitalSign}` => part.startsWith('vital:')

/** The selector of the field to complete. */
export const missingFieldSelector = (part: MissingPart): string =>
  isSection(part) || isVital(part) ? `#${part.replace(':', '-')}` : places[part]

interface SigningBarView {
  readonly t: NoteEditorTranslate
  readonly tag: string
  readonly sections: readonly NoteTemplateSection[]
  readonly missing: readonly MissingPart[]
  readonly isAsking: boolean
  readonly isSigning: boolean
  readonly isSupervised: boolean
  /** The patient's label, shown where the note is signed. */
  readonly who: unknown
  readonly problem: unknown
  readonly onMissing: (part: MissingPart) => void
  readonly onSign: () => void
  readonly onSignNow: () => void
  readonly onNotYet: () => void
}

/** What is missing, each with a link to its field; then the button, and a confirmation before the irreversible step. */
export const signingBar = (view: SigningBarView): TemplateResult => {
  const { t, tag, sections, missing } = view
  const wordsFor = (part: MissingPart): string => {
    if (isSection(part)) return sectionHeading(sections, part.slice('section:'.length), tag)
    return isVital(part) ? t(`vital_${part.slice('vital:'.length) as VitalSign}`) : t(`missing_${part}`)
  }
  if (view.isAsking)
    return html`<div class="bar stack" role="group" aria-labelledby="sign-question">
      <div class="tight">
        <b id="sign-question" tabindex="-1">${t('signHeading')}</b>
        ${view.who}
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
                  html`<button class="missing-part" type="button" @click=${() => view.onMissing(part)}>
                      ${wordsFor(part)}</button
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
