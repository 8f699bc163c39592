import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { LabTest } from '@visitkit/sdk'
import type { DiagnosisSearch } from '../core/diagnosis-search.ts'
import { localized } from '../core/format.ts'
import { iconClose } from '../core/icons.ts'
import type { Translate } from '../core/localize.ts'
import type { SearchBox } from '../core/search-box.ts'
import type { labOrdersEn } from './lab-orders.en.ts'
import { answerKey, laboratoryOf, type OrderDraft } from './order-draft.ts'

export type LabOrdersTranslate = Translate<typeof labOrdersEn>

interface OrderFormView {
  readonly t: LabOrdersTranslate
  readonly tag: string
  readonly draft: OrderDraft
  /** The patient's label. */
  readonly who: unknown
  readonly faults: readonly string[]
  readonly tests: SearchBox<LabTest>
  readonly diagnoses: DiagnosisSearch
  readonly busy: boolean
  /** A problem, shown above the buttons. */
  readonly problem: unknown
  readonly onChange: (draft: OrderDraft) => void
  readonly onRemoveTest: (code: string) => void
  readonly onRemoveDiagnosis: (code: string) => void
  readonly onPlace: () => void
  readonly onClose: () => void
}

type Question = LabTest['questions'][number]

const control = (view: OrderFormView, test: string, question: Question): TemplateResult => {
  const { t, tag, draft, faults, onChange } = view
  const key = answerKey(test, question.code)
  const id = `answer-${test}-${question.code}`
  const value = draft.answers.get(key) ?? ''
  const fault = faults.includes(key)
  const set = (event: Event): void =>
    onChange({
      ...draft,
      answers: new Map(draft.answers).set(key, (event.target as HTMLInputElement | HTMLSelectElement).value),
    })
  const options =
    question.type === 'yes-no'
      ? [
          { code: 'yes', words: t('yes') },
          { code: 'no', words: t('no') },
        ]
      : (question.options ?? []).map(({ code, text }) => ({ code, words: localized(text, tag) }))
  const isChoice = question.type === 'choice' || question.type === 'yes-no'
  return html`<div class="field">
    <label for=${id} dir="auto">${localized(question.text, tag)}</label>
    ${
      isChoice
        ? html`<select
            id=${id}
            aria-required=${question.required ? 'true' : nothing}
            aria-invalid=${fault ? 'true' : nothing}
            aria-describedby=${fault ? `${id}-fault` : nothing}
            @change=${set}
          >
            <option value="" ?selected=${value === ''}>${t('choose')}</option>
            ${options.map(({ code, words }) => html`<option value=${code} ?selected=${code === value}>${words}</option>`)}
          </select>`
        : html`<input
            id=${id}
            type=${question.type === 'date' ? 'date' : 'text'}
            inputmode=${question.type === 'number' ? 'decimal' : 'text'}
            dir="auto"
            maxlength="200"
            autocomplete="off"
            aria-required=${question.required ? 'true' : nothing}
            aria-invalid=${fault ? 'true' : nothing}
            aria-describedby=${fault ? `${id}-fault` : nothing}
            .value=${value}
            @input=${set}
          />`
    }
    ${fault ? html`<p class="error" id="${id}-fault">${t('fault_answer')}</p>` : nothing}
  </div>`
}

const removeButton = (t: LabOrdersTranslate, name: string, remove: () => void): TemplateResult =>
  html`<button
    class="btn quiet small icon"
    type="button"
    aria-label=${t('remove', { name })}
    title=${t('remove', { name })}
    @click=${remove}
  >
    ${iconClose}
  </button>`

/** Tests with their questions, the diagnoses and the priority. */
export const orderForm = (view: OrderFormView): TemplateResult => {
  const { t, tag, draft, faults, busy, onChange } = view
  const laboratory = laboratoryOf(draft)
  return html`<section class="part form" aria-labelledby="form">
    <h3 id="form" tabindex="-1">${t('newOrder')}</h3>
    <div class="halves">
      <div class="stack">
        ${
          draft.tests.length === 0
            ? html`<p class="small muted">${t('noTests')}</p>`
            : html`<ul class="rows">
                ${repeat(
                  draft.tests,
                  ({ code }) => code,
                  ({ code, name, specimen, includes = [], fasting, questions }) =>
                    html`<li class="stack">
                      <div class="line">
                        <span class="grow"
                          ><b>${localized(name, tag)}</b>
                          <span class="small muted">${localized(specimen, tag)}</span> ${
                            fasting ? html`<span class="chip warn">${t('fasting')}</span>` : nothing
                          }</span
                        >
                        ${removeButton(t, localized(name, tag), () => view.onRemoveTest(code))}
                      </div>
                      ${
                        includes.length === 0
                          ? nothing
                          : html`<p class="small muted" lang="en" dir="ltr">
                              ${includes.map((member) => member.name).join(', ')}
                            </p>`
                      }
                      ${questions.map((question) => control(view, code, question))}
                    </li>`,
                )}
              </ul>`
        }
        ${view.tests.render({
          id: 'add-test',
          label: t('addTest'),
          hint: t('addTestHint'),
          option: ({ code, name, fasting, laboratory: performs }) =>
            html`<span>${localized(name, tag)}</span><span class="small muted num">${code}</span>${
                performs ? html`<span class="small muted">${performs.name}</span>` : nothing
              }${fasting ? html`<span class="chip warn">${t('fasting')}</span>` : nothing}`,
        })}
        ${laboratory ? html`<p class="small muted">${t('oneLaboratory', { laboratory: laboratory.name })}</p>` : nothing}
        ${faults.includes('tests') ? html`<p class="error" role="alert">${t('fault_tests')}</p>` : nothing}
      </div>
      <div class="stack">
        ${
          draft.diagnoses.length === 0
            ? nothing
            : html`<ul class="rows">
                ${repeat(
                  draft.diagnoses,
                  ({ code }) => code,
                  ({ code, display }) =>
                    html`<li class="line">
                      <span class="grow"><b class="num">${code}</b> <span lang="en" dir="ltr">${display}</span></span>
                      ${removeButton(t, code, () => view.onRemoveDiagnosis(code))}
                    </li>`,
                )}
              </ul>`
        }
        ${view.diagnoses.render({
          id: 'add-diagnosis',
          label: t('addDiagnosis'),
          hint: t('addDiagnosisHint'),
        })}
        ${faults.includes('diagnoses') ? html`<p class="error" role="alert">${t('fault_diagnoses')}</p>` : nothing}
        <fieldset class="row wrap">
          <legend class="label">${t('priority')}</legend>
          ${(['routine', 'urgent'] as const).map(
            (priority) =>
              html`<label class="choice"
                ><input
                  type="radio"
                  name="priority"
                  .checked=${draft.priority === priority}
                  @change=${() => onChange({ ...draft, priority })}
                />${t(priority)}</label
              >`,
          )}
        </fieldset>
        <div class="field">
          <label for="order-note">${t('note')}</label>
          <input
            id="order-note"
            type="text"
            dir="auto"
            maxlength="500"
            autocomplete="off"
            .value=${draft.note}
            @input=${(event: Event) => onChange({ ...draft, note: (event.target as HTMLInputElement).value })}
          />
        </div>
        <div class="field">
          <label class="choice"
            ><input
              type="checkbox"
              aria-describedby="self-pay-hint"
              .checked=${draft.selfPay}
              @change=${() => onChange({ ...draft, selfPay: !draft.selfPay })}
            />${t('selfPay')}</label
          >
          <p class="small muted" id="self-pay-hint">${t('selfPayHint')}</p>
        </div>
      </div>
    </div>
    ${view.problem || nothing} ${view.who}
    <div class="row wrap">
      <button class="btn primary" type="button" aria-disabled=${busy ? 'true' : nothing} @click=${view.onPlace}>
        ${t(busy ? 'placing' : 'place')}
      </button>
      <button class="btn quiet" type="button" @click=${view.onClose}>${t('close')}</button>
    </div>
  </section>`
}
