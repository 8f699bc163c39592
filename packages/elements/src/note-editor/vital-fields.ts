import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { Vital } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import type { NoteDraft } from './note-draft.ts'
import type { NoteEditorTranslate } from './note-view.ts'
import { vitalInput } from './vital-input.ts'
import { readVital, shownUnit, signsFor, vitalSources, type VitalSign } from './vital-signs.ts'

interface VitalFieldsView {
  readonly t: NoteEditorTranslate
  readonly format: Formatter
  readonly draft: NoteDraft
  /** The text in each field by LOINC code, also when it is no valid value yet. */
  readonly typed: ReadonlyMap<string, string>
  readonly onInput: (sign: VitalSign, typed: string, source: Vital['source']) => void
  readonly onSource: (vital: Vital, source: Vital['source']) => void
  /** When each was measured. */
  readonly times: unknown
}

/** Whether the text is not empty and no plausible value. */
const isFaulty = (sign: VitalSign, typed: string | undefined): boolean =>
  typed !== undefined && typed.trim() !== '' && readVital(sign, typed) === null

/** Vital signs with an invalid value in their field, which the note does not contain. */
export const faultySigns = (draft: NoteDraft, typed: ReadonlyMap<string, string>): readonly VitalSign[] =>
  signsFor(draft.vitals).filter((sign) => isFaulty(sign, typed.get(sign.loinc)))

/** Vital signs by name, each with its fixed unit and, after input, its source. */
export const vitalFields = ({ t, format, draft, typed, onInput, onSource, times }: VitalFieldsView): TemplateResult =>
  html`<section class="part" aria-labelledby="vitals">
    <h3 id="vitals">${t('vitals')}</h3>
    <div class="vitals">
      ${repeat(
        signsFor(draft.vitals),
        ({ loinc }) => loinc,
        (sign) => {
          const { loinc, unit, from, to } = sign
          const vital = draft.vitals.find((one) => one.loinc === loinc)
          const text = typed.get(loinc) ?? (vital ? String(vital.value) : '')
          const fault = isFaulty(sign, typed.get(loinc))
          const source = vital?.source ?? 'patient-reported'
          return html`<div class="vital">
            <label for="vital-${loinc}">${t(`vital_${loinc}`)}</label>
            <span class="measure"
              >${vitalInput({
                id: `vital-${loinc}`,
                typed: text,
                describedBy: `unit-${loinc}${fault ? ` fault-${loinc}` : ''}`,
                isFaulty: fault,
                onInput: (now) => onInput(sign, now, source),
              })}<span id="unit-${loinc}" class="small muted" lang="en" dir="ltr">${shownUnit(unit)}</span></span
            >
            ${
              vital
                ? html`<select
                    aria-label=${t('source', { name: t(`vital_${loinc}`) })}
                    @change=${(event: Event) =>
                      onSource(vital, (event.target as HTMLSelectElement).value as Vital['source'])}
                  >
                    ${vitalSources.map(
                      (one) => html`<option value=${one} ?selected=${one === source}>${t(`from_${one}`)}</option>`,
                    )}
                  </select>`
                : nothing
            }
            ${
              fault
                ? html`<p class="error" id="fault-${loinc}">
                    ${t('vitalFault', { from: format.number(from), to: format.number(to) })}
                  </p>`
                : nothing
            }
          </div>`
        },
      )}
    </div>
    ${times}
  </section>`
