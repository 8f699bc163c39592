import { html, nothing, type TemplateResult } from 'lit'
import type { Patient, ReplacementReason } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import type { ReachTranslate } from '../core/how-to-reach.ts'
import { wholeName } from '../core/whole-name.ts'
import { recordComparison, type PatientRecordsTranslate } from './record-comparison.ts'

const reasons = [
  'registered-twice',
  'name-changed',
  'imported',
  'identity-unknown',
] as const satisfies readonly ReplacementReason[]
const isReason = (value: string): value is ReplacementReason => reasons.some((reason) => reason === value)

/** What the person has chosen so far, and what was missing when they tried. */
export interface LinkChoice {
  readonly kept: 'first' | 'second' | null
  readonly reason: ReplacementReason | null
  readonly isTried: boolean
}
export const noLinkChoice: LinkChoice = { kept: null, reason: null, isTried: false }

interface LinkFormView {
  readonly t: PatientRecordsTranslate
  readonly reach: ReachTranslate
  readonly format: Formatter
  readonly first: Patient
  readonly second: Patient
  readonly choice: LinkChoice
  readonly busy: boolean
  readonly onChange: (change: Partial<LinkChoice>) => void
  readonly onSubmit: () => void
}

/** Compares two records and says which one is used from now on. */
export const linkForm = (view: LinkFormView): TemplateResult => {
  const { t, reach, format, first, second, choice, busy, onChange, onSubmit } = view
  if (second.replacedBy !== undefined) return html`<p class="small" role="status">${t('otherIsReplaced')}</p>`
  const words = ({ name, birthDate }: Patient): { name: unknown; date: string } => ({
    name: html`<b dir="auto">${wholeName(name)}</b>`,
    date: format.at('UTC').date(birthDate),
  })
  const isKeepMissing = choice.isTried && choice.kept === null
  const isReasonMissing = choice.isTried && choice.reason === null
  return html`<form
    class="stack"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault()
      onSubmit()
    }}
  >
    ${recordComparison({ t, reach }, format, first, second)}
    <fieldset class="field" aria-describedby=${isKeepMissing ? 'keep-fault' : nothing}>
      <legend>${t('keep')}</legend>
      ${isKeepMissing ? html`<p class="error" id="keep-fault" role="alert">${t('keepFault')}</p>` : nothing}
      ${(['first', 'second'] as const).map(
        (which) =>
          html`<label class="choice"
            ><input
              type="radio"
              name="kept-record"
              .checked=${choice.kept === which}
              @change=${() => onChange({ kept: which })}
            /><span
              >${t.rich(which === 'first' ? 'keepFirst' : 'keepSecond', words(which === 'first' ? first : second))}</span
            ></label
          >`,
      )}
    </fieldset>
    <div class="field">
      <label for="link-reason">${t('reason')}</label>
      ${isReasonMissing ? html`<p class="error" id="link-reason-fault" role="alert">${t('reasonFault')}</p>` : nothing}
      <select
        id="link-reason"
        aria-invalid=${isReasonMissing ? 'true' : nothing}
        aria-describedby=${isReasonMissing ? 'link-reason-fault' : nothing}
        @change=${(event: Event) => {
          const { value } = event.target as HTMLSelectElement
          onChange({ reason: isReason(value) ? value : null })
        }}
      >
        <option value="" ?selected=${choice.reason === null}>${t('reasonNone')}</option>
        ${reasons.map((one) => html`<option value=${one} ?selected=${choice.reason === one}>${t(`reason_${one}`)}</option>`)}
      </select>
    </div>
    <div>
      <button class="btn primary small" aria-disabled=${busy ? 'true' : nothing}>${t('replace')}</button>
    </div>
  </form>`
}
