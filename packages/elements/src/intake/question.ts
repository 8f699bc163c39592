import { html, nothing, type TemplateResult } from 'lit'
import type { AnswerValue } from '@visitkit/sdk'
import { localized, type Formatter } from '../core/format.ts'
import type { Translate } from '../core/localize.ts'
import type { Item } from './is-condition-met.ts'
import type { intakeEn } from './intake.en.ts'
import { readTyped } from './read-typed.ts'

type IntakeTranslate = Translate<typeof intakeEn>

export interface QuestionView {
  readonly t: IntakeTranslate
  readonly tag: string
  readonly item: Item
  readonly values: readonly AnswerValue[]
  /** The text in the field, while it is no value of the question's type. */
  readonly typed: string | undefined
  readonly fault: string | null
  readonly onAnswer: (values: readonly AnswerValue[], typed?: string) => void
}

const describedBy = (hint: string, fault: string | null): string | typeof nothing =>
  [hint ? 'hint' : '', fault ? 'fault' : ''].filter(Boolean).join(' ') || nothing

const choice = (
  type: 'radio' | 'checkbox',
  value: string,
  label: string,
  checked: boolean,
  onChange: (checked: boolean) => void,
): TemplateResult =>
  html`<label class="choice"
    ><input
      type=${type}
      name="answer"
      value=${value}
      .checked=${checked}
      @change=${(event: Event) => onChange((event.target as HTMLInputElement).checked)}
    /><span dir="auto">${label}</span></label
  >`

const choices = ({ item, values, tag, t, onAnswer }: QuestionView): TemplateResult => {
  const [given] = values
  if (item.type === 'boolean')
    return html`${choice('radio', 'yes', t('yes'), given?.boolean === true, () => onAnswer([{ boolean: true }]))}
    ${choice('radio', 'no', t('no'), given?.boolean === false, () => onAnswer([{ boolean: false }]))}`
  const many = item.type === 'multiple-choice'
  const chosen = new Set(values.map(({ code }) => code))
  return html`${(item.options ?? []).map(({ code, text }) =>
    choice(many ? 'checkbox' : 'radio', code, localized(text, tag), chosen.has(code), (checked) => {
      const others = many ? values.filter((value) => value.code !== code) : []
      onAnswer(checked ? [...others, { code }] : others)
    }),
  )}`
}

/** The value as text for the field. */
const displayValue = ([value]: readonly AnswerValue[]): string =>
  String(value?.text ?? value?.integer ?? value?.decimal ?? value?.date ?? '')

const field = (view: QuestionView, hint: string): TemplateResult => {
  const { item, values, typed, fault, onAnswer } = view
  const onInput = (event: Event): void => {
    const { value } = event.target as HTMLInputElement
    const read = readTyped(item, value)
    // Text that is no value of the type yet (such as half a number) stays in the field and is reported on "Next".
    onAnswer(read ? [read] : [], value)
  }
  const read = typed === undefined ? null : readTyped(item, typed)
  // If another screen gave another answer in the meantime, that answer is shown instead of the earlier input.
  const isCurrent = typed !== undefined && JSON.stringify(read ? [read] : []) === JSON.stringify(values)
  const text = isCurrent ? typed : displayValue(values)
  const required = item.required ? 'true' : nothing
  const invalid = fault ? 'true' : nothing
  if (item.type === 'text')
    return html`<textarea
      id="answer"
      rows="4"
      dir="auto"
      maxlength="10000"
      aria-labelledby="question"
      aria-required=${required}
      aria-invalid=${invalid}
      aria-describedby=${describedBy(hint, fault)}
      .value=${text}
      @input=${onInput}
    ></textarea>`
  const isNumber = item.type === 'integer' || item.type === 'decimal'
  return html`<input
    id="answer"
    class=${isNumber || item.type === 'date' ? 'short' : ''}
    type=${item.type === 'date' ? 'date' : 'text'}
    dir=${isNumber ? 'ltr' : 'auto'}
    inputmode=${isNumber ? (item.type === 'integer' ? 'numeric' : 'decimal') : 'text'}
    maxlength=${isNumber ? 12 : 500}
    autocomplete="off"
    aria-labelledby="question"
    aria-required=${required}
    aria-invalid=${invalid}
    aria-describedby=${describedBy(hint, fault)}
    .value=${text}
    @input=${onInput}
  />`
}

/** One question with its control. */
export const questionView = (view: QuestionView): TemplateResult => {
  const { item, tag, t, fault } = view
  const hint = [
    item.help ? localized(item.help, tag) : '',
    item.type === 'multiple-choice' ? t('many') : '',
    item.required ? '' : t('optional'),
  ]
    .filter(Boolean)
    .join(' ')
  const hinted = html`${hint ? html`<p class="hint" id="hint">${hint}</p>` : nothing}${
    fault ? html`<p class="error" id="fault" role="alert">${fault}</p>` : nothing
  }`
  const heading = html`<h3 id="question" tabindex="-1" dir="auto">${localized(item.text, tag)}</h3>`
  const isChoice = item.type === 'choice' || item.type === 'multiple-choice' || item.type === 'boolean'
  return isChoice
    ? html`<fieldset class="field" aria-describedby=${describedBy(hint, fault)}>
        <legend>${heading}</legend>
        ${hinted}
        <div class="options">${choices(view)}</div>
      </fieldset>`
    : html`<div class="field">${heading} ${hinted} ${field(view, hint)}</div>`
}

/** Why the person cannot continue, as a text; null when the answer is valid. */
export const validateAnswer = (
  t: IntakeTranslate,
  { type, required, minimum, maximum }: Item,
  values: readonly AnswerValue[],
  typed: string | undefined,
): string | null => {
  const [value] = values
  if (!value) {
    if (typed?.trim()) return t(type === 'integer' ? 'wholeNumber' : type === 'decimal' ? 'numberWrong' : 'checkThis')
    return required ? t('answerFirst') : null
  }
  const number = value.integer ?? value.decimal
  if (number === undefined) return null
  const isLow = minimum !== undefined && number < minimum
  const isHigh = maximum !== undefined && number > maximum
  if (!isLow && !isHigh) return null
  if (minimum !== undefined && maximum !== undefined) return t('numberRange', { from: minimum, to: maximum })
  return minimum !== undefined ? t('numberLeast', { from: minimum }) : t('numberMost', { to: maximum ?? 0 })
}

/** An answer as text, for the overview. */
export const answerText = (
  t: IntakeTranslate,
  format: Formatter,
  item: Item,
  values: readonly AnswerValue[],
): string => {
  if (values.length === 0) return t('noAnswer')
  const words = values.map((value) => {
    if (value.boolean !== undefined) return t(value.boolean ? 'yes' : 'no')
    if (value.code !== undefined)
      return localized(item.options?.find(({ code }) => code === value.code)?.text ?? [], format.tag) || value.code
    if (value.date !== undefined) return format.at('UTC').date(`${value.date}T12:00:00Z`)
    const number = value.integer ?? value.decimal
    return number === undefined ? displayValue([value]) : format.number(number)
  })
  return words.length === 1 ? (words[0] ?? '') : format.list(words)
}
