import { html, nothing, type TemplateResult } from 'lit'
import type { PrescriptionFormTranslate } from './label-text.ts'
import type { PrescriptionFieldsView } from './prescription-form-view.ts'
import type { FaultyField, PrescriptionDraft } from './prescription-draft.ts'
import { ranges } from './integers.ts'

/** The text fields of a draft. */
export type TextField = {
  [Key in keyof PrescriptionDraft]: string extends PrescriptionDraft[Key] ? Key : never
}[keyof PrescriptionDraft]

const faultText = (t: PrescriptionFormTranslate, key: string): string => {
  const [from, to] = ranges[key as keyof typeof ranges] ?? []
  return from === undefined ? t('faultAmount') : t('faultRange', { from, to })
}

/** One text field, with its fault if there is one. */
export const createTextField =
  ({ t, writer }: Pick<PrescriptionFieldsView, 't' | 'writer'>, faults: readonly FaultyField[]) =>
  (
    key: TextField,
    label: string,
    value: string,
    more: { hint?: string; mode?: string; max?: number } = {},
  ): TemplateResult => {
    const fault = faults.includes(key as FaultyField)
    const described = [...(more.hint ? [`hint-${key}`] : []), ...(fault ? [`fault-${key}`] : [])].join(' ')
    return html`<div class="field">
      <label for=${key}>${label}</label>
      <input
        id=${key}
        class=${more.mode ? 'num' : ''}
        type="text"
        dir="auto"
        inputmode=${more.mode ?? 'text'}
        autocomplete="off"
        maxlength=${more.max ?? 8}
        aria-invalid=${fault ? 'true' : nothing}
        aria-describedby=${described || nothing}
        .value=${value}
        @input=${(event: Event) => writer.change({ [key]: (event.target as HTMLInputElement).value })}
      />
      ${more.hint ? html`<p class="hint" id="hint-${key}">${more.hint}</p>` : nothing}
      ${fault ? html`<p class="error" id="fault-${key}">${faultText(t, key)}</p>` : nothing}
    </div>`
  }
