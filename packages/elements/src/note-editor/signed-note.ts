import { html, nothing, type TemplateResult } from 'lit'
import type { Note, NoteSignature, NoteTemplateSection } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import { sectionHeading, type NoteEditorTranslate } from './note-view.ts'
import { shownUnit } from './vital-signs.ts'

interface SignedNoteView {
  readonly t: NoteEditorTranslate
  readonly format: Formatter
  readonly note: Note
  readonly sections: readonly NoteTemplateSection[]
  /** Names of services by code, if known. */
  readonly names: ReadonlyMap<string, string>
  /** The vital signs with their corrections; null until that is loaded. */
  readonly vitals: TemplateResult | null
}

/** The signer, their role, and the time. */
export const signatureLine = (t: NoteEditorTranslate, format: Formatter, { by, at, as }: NoteSignature): string =>
  t(as === 'author' ? 'signedAuthor' : 'signedSupervisor', { name: by.displayName, time: format.momentWithYear(at) })

/** A signed note to read: its text, its signatures and its addenda. */
export const signedNote = ({ t, format, note, sections, names, vitals }: SignedNoteView): TemplateResult => {
  const known = sections.map(({ code }) => code)
  const written = note.sections
    .filter(({ text }) => text !== '')
    .toSorted((a, b) => known.indexOf(a.code) - known.indexOf(b.code))
  return html`<div class="columns">
      <div class="part">
        ${written.map(
          ({ code, text }) =>
            html`<section class="tight">
              <h3>${sectionHeading(sections, code, format.tag)}</h3>
              <p class="text" dir="auto">${text}</p>
            </section>`,
        )}
      </div>
      <div class="side part">
        <section class="tight">
          <h3>${t('diagnoses')}</h3>
          <ol class="rows">
            ${note.diagnoses.map(
              ({ code, display }, index) =>
                html`<li>
                  <span class="num">${index + 1}</span> <b class="num">${code}</b>
                  <span lang="en" dir="ltr">${display ?? ''}</span>
                </li>`,
            )}
          </ol>
        </section>
        ${
          note.vitals.length === 0
            ? nothing
            : html`<section class="tight">
                <h3>${t('vitals')}</h3>
                ${
                  vitals ??
                  html`<dl class="pairs num">
                    ${note.vitals.map(
                      ({ loinc, value, unit, source }) =>
                        html`<dt>${t(`vital_${loinc}`)}</dt>
                          <dd>
                            <span dir="ltr">${format.number(value)} ${shownUnit(unit)}</span>
                            <span class="small muted">${t(`source_${source}`)}</span>
                          </dd>`,
                    )}
                  </dl>`
                }
              </section>`
        }
        ${
          note.services.length === 0
            ? nothing
            : html`<section class="tight">
                <h3>${t('services')}</h3>
                <ul class="rows">
                  ${note.services.map(
                    ({ code, units, diagnosisPointers }) =>
                      html`<li>
                        <b class="num">${code}</b> <span dir="auto">${names.get(code) ?? ''}</span>
                        <span class="small muted num"
                          >${t('units')} ${format.number(units)}. ${t('pointers')}
                          ${format.list(diagnosisPointers.map((pointer) => note.diagnoses[pointer - 1]?.code ?? ''))}</span
                        >
                      </li>`,
                  )}
                </ul>
              </section>`
        }
      </div>
    </div>
    <div class="part">
      <ul class="tight">
        ${note.signatures.map((signature) => html`<li class="signature">${signatureLine(t, format, signature)}</li>`)}
      </ul>
      ${note.addenda.map(
        ({ text, signature }) =>
          html`<section class="addendum tight">
            <h3>${t('addendum')}</h3>
            <p class="text" dir="auto">${text}</p>
            <p class="small muted">${signatureLine(t, format, signature)}</p>
          </section>`,
      )}
    </div>`
}
