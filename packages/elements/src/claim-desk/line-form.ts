import { html, nothing, type TemplateResult } from 'lit'
import type { Claim, Coverage } from '@visitkit/sdk'
import type { ClaimDeskTranslate } from './claim-states.ts'
import type { ClaimDraft, LineDraft, LineFault, LinePart } from './line-draft.ts'

interface LineFormView {
  readonly t: ClaimDeskTranslate
  readonly level: number
  readonly claim: Claim
  readonly draft: ClaimDraft
  readonly faults: readonly LineFault[]
  /** The patient's coverages; empty while they are loading. */
  readonly coverages: readonly Coverage[]
  readonly busy: boolean
  readonly problem: unknown
  readonly onChange: (draft: ClaimDraft) => void
  readonly onSave: () => void
  readonly onCancel: () => void
}

/** Id of a field, so that a fault can get the focus. */
export const fieldId = ({ number, part }: LineFault): string => `line-${number}-${part}`

const lineFields = (view: LineFormView, line: LineDraft): TemplateResult => {
  const { t, claim, draft, faults, onChange } = view
  const { number } = line
  const write = (change: Partial<LineDraft>): void =>
    onChange({ ...draft, lines: draft.lines.map((one) => (one === line ? { ...line, ...change } : one)) })
  const isWrong = (part: LinePart): boolean => faults.some((fault) => fault.number === number && fault.part === part)
  const error = (part: LinePart): TemplateResult | typeof nothing =>
    isWrong(part) ? html`<p class="error" id="${fieldId({ number, part })}-error">${t(`fault_${part}`)}</p>` : nothing
  const field = (part: 'modifiers' | 'units' | 'charge', mode: string): TemplateResult => {
    const id = fieldId({ number, part })
    const described = [part === 'modifiers' ? `${id}-hint` : '', isWrong(part) ? `${id}-error` : ''].filter(Boolean)
    return html`<div class="field ${part}">
      <label for=${id}>${t(part)}</label>
      ${part === 'modifiers' ? html`<p class="hint" id="${id}-hint">${t('modifiersHint')}</p>` : nothing} ${error(part)}
      <input
        id=${id}
        inputmode=${mode}
        autocomplete="off"
        dir="ltr"
        aria-invalid=${isWrong(part) ? 'true' : nothing}
        aria-describedby=${described.join(' ') || nothing}
        .value=${line[part]}
        @input=${(event: Event) => write({ [part]: (event.target as HTMLInputElement).value })}
      />
    </div>`
  }
  const toggle = (place: number): void =>
    write({
      pointers: line.pointers.includes(place)
        ? line.pointers.filter((one) => one !== place)
        : [...line.pointers, place],
    })
  return html`<fieldset class="line-fields">
    <legend>
      ${t.rich('lineLegend', { number, code: html`<span dir="ltr">${claim.lines.find((one) => one.number === number)?.code}</span>` })}
    </legend>
    <div class="line-row">
      ${field('modifiers', 'text')} ${field('units', 'numeric')} ${field('charge', 'decimal')}
      <fieldset
        class="field"
        aria-describedby=${isWrong('pointers') ? `${fieldId({ number, part: 'pointers' })}-error` : nothing}
      >
        <legend>${t('pointers')}</legend>
        ${error('pointers')}
        <div class="chips">
          ${claim.diagnosisCodes.map(
            (code, index) =>
              html`<label class="choice">
                <input
                  type="checkbox"
                  id=${index === 0 ? fieldId({ number, part: 'pointers' }) : nothing}
                  .checked=${line.pointers.includes(index + 1)}
                  @change=${() => toggle(index + 1)}
                />
                <span dir="ltr">${code}</span>
              </label>`,
          )}
        </div>
      </fieldset>
    </div>
  </fieldset>`
}

/** The values that can be changed before a claim is sent. Services can only be changed in the note. */
export const lineForm = (view: LineFormView): TemplateResult => {
  const { t, level, draft, coverages, busy, problem, onChange, onSave, onCancel } = view
  return html`<form
    class="part"
    aria-labelledby="form-heading"
    @submit=${(event: Event) => {
      event.preventDefault()
      onSave()
    }}
  >
    <h3 id="form-heading" tabindex="-1" aria-level=${level + 1}>${t('edit')}</h3>
    ${draft.lines.map((line) => lineFields(view, line))}
    ${
      coverages.length > 0
        ? html`<div class="field coverage">
            <label for="coverage">${t('coverage')}</label>
            <select
              id="coverage"
              @change=${(event: Event) => onChange({ ...draft, coverageId: (event.target as HTMLSelectElement).value })}
            >
              <option value="" ?selected=${draft.coverageId === ''}>${t('coverageNone')}</option>
              ${coverages.map(
                ({ id, payer, memberNumber }) =>
                  html`<option value=${id} ?selected=${draft.coverageId === id}>
                    ${t('coverageChoice', { payer: payer.name, member: memberNumber })}
                  </option>`,
              )}
            </select>
          </div>`
        : nothing
    }
    ${problem ?? nothing}
    <div class="row wrap">
      <button class="btn small primary" aria-disabled=${busy ? 'true' : nothing}>${t(busy ? 'saving' : 'save')}</button>
      <button class="btn small quiet" type="button" @click=${onCancel}>${t('cancel')}</button>
    </div>
  </form>`
}
