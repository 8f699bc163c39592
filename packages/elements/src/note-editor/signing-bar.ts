import { html, nothing, type TemplateResult } from 'lit'
import type { NoteTemplateSection, VitalSign } from '@visitkit/sdk'
import { shortcutHint } from '../core/shortcut-hint.ts'
import { sectionHeading, type NoteEditorTranslate } from './note-view.ts'

/**
 * What must be completed before signing: a section by its code, a field with an invalid value or time by its LOINC code, the choice between
 * two versions (`conflict`), or the save of the draft (`saved`).
 */
export type MissingPart = keyof typeof places | `section:${string}` | `${'vital' | 'vital-time'}:${VitalSign}`

const places = {
  diagnoses: '#add-diagnosis',
  services: '.pointers input',
  conflict: '#notice',
  saved: '#note-status',
} as const

const isSection = (part: MissingPart): part is `section:${string}` => part.startsWith('section:')
const isVital = (part: MissingPart): part is `${'vital' | 'vital-time'}:${VitalSign}` =>
  part.startsWith('vital:') || part.startsWith('vital-time:')

/** The selector of the field to complete. */
export const missingFieldSelector = (part: MissingPart): string =>
  isSection(part) || isVital(part) ? `#${part.replace(':', '-')}` : places[part]

interface SigningBarView {
  readonly t: NoteEditorTranslate
  readonly tag: string
  readonly sections: readonly NoteTemplateSection[]
  readonly missing: readonly MissingPart[]
  readonly isSigning: boolean
  readonly isSupervised: boolean
  /** The patient's label, shown where the note is signed. */
  readonly who: unknown
  readonly problem: unknown
  readonly onMissing: (part: MissingPart) => void
  readonly onSign: () => void
}

/** What is missing, each with a link to its field; once nothing is, what a signature means, and for whom. The button asks once. */
export const signingBar = (view: SigningBarView): TemplateResult => {
  const { t, tag, sections, missing } = view
  const wordsFor = (part: MissingPart): string => {
    if (isSection(part)) return sectionHeading(sections, part.slice('section:'.length), tag)
    return isVital(part) ? t(`vital_${part.slice(part.indexOf(':') + 1) as VitalSign}`) : t(`missing_${part}`)
  }
  return html`<div class="bar stack">
    ${view.problem || nothing}
    <div class="row between wrap">
      ${
        missing.length === 0
          ? html`<div class="tight grow small">
              <p><b>${t('ready')}</b> ${t('signText')} ${view.isSupervised ? t('signSupervised') : ''}</p>
              ${view.who}
            </div>`
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
        id="sign"
        aria-describedby=${missing.length > 0 ? 'missing' : nothing}
        aria-disabled=${view.isSigning ? 'true' : nothing}
        aria-keyshortcuts="s"
        @click=${view.onSign}
      >
        ${t(view.isSigning ? 'signing' : 'sign')}
      </button>
      ${shortcutHint('s')}
    </div>
  </div>`
}
