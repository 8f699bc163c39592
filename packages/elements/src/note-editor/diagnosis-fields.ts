import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { DiagnosisSearch } from '../core/diagnosis-search.ts'
import { iconClose, iconUp } from '../core/icons.ts'
import type { NoteDraft } from './note-draft.ts'
import type { NoteEditorTranslate } from './note-view.ts'

interface DiagnosisFieldsView {
  readonly t: NoteEditorTranslate
  readonly draft: NoteDraft
  readonly search: DiagnosisSearch
  readonly onMain: (index: number) => void
  readonly onRemove: (index: number) => void
}

/** The diagnoses in order, numbered as services refer to them, and a search for another one. */
export const diagnosisFields = ({ t, draft, search, onMain, onRemove }: DiagnosisFieldsView): TemplateResult =>
  html`<section class="part" aria-labelledby="diagnoses">
    <h3 id="diagnoses">${t('diagnoses')}</h3>
    ${
      draft.diagnoses.length === 0
        ? html`<p class="small muted">${t('noDiagnoses')}</p>`
        : html`<ol class="rows">
            ${repeat(
              draft.diagnoses,
              ({ code }) => code,
              ({ code, display }, index) =>
                html`<li class="line">
                  <span class="num place">${index + 1}</span>
                  <span class="grow"
                    ><b class="num">${code}</b> <span lang="en" dir="ltr">${display ?? ''}</span> ${
                      index === 0 ? html`<span class="chip none">${t('main')}</span>` : nothing
                    }</span
                  >
                  ${
                    index > 0
                      ? html`<button
                          class="btn quiet small icon"
                          type="button"
                          aria-label=${t('makeMain', { code })}
                          title=${t('makeMain', { code })}
                          @click=${() => onMain(index)}
                        >
                          ${iconUp}
                        </button>`
                      : nothing
                  }
                  <button
                    class="btn quiet small icon"
                    type="button"
                    aria-label=${t('remove', { name: code })}
                    title=${t('remove', { name: code })}
                    @click=${() => onRemove(index)}
                  >
                    ${iconClose}
                  </button>
                </li>`,
            )}
          </ol>`
    }
    ${search.render({
      id: 'add-diagnosis',
      label: t('addDiagnosis'),
      hint: t('addDiagnosisHint'),
    })}
  </section>`
