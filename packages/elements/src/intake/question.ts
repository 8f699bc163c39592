import { html, nothing, type TemplateResult } from 'lit'
import type { AnswerValue } from '@visitkit/sdk'
import { localized } from '../core/format.ts'
import type { Translate } from '../core/localize.ts'
import type { Item } from './enabled-items.ts'
import type { intakeEn } from './intake.messages.ts'

type T = Translate<typeof intakeEn>

export interface QuestionView {
  readonly t: T
  readonly tag: string
  readonly item: Item
  readonly values: readonly AnswerValue[]
  readonly fault: string | null
  readonly onAnswer: (values: readonly AnswerValue[]) => void
}

const described = ({ item, fault }: QuestionView, hint: string): string | typeof nothing =>
  [hint || item.help ? 'hint' : '', fault ? 'fault' : ''].filter(Boolean).join(' ') || nothing

const choice = (
  view: QuestionView,
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
    />${label}</label
  >`

const choices = (view: QuestionView): TemplateResult => {
  const { item, values, tag, t } = view
  if (item.type === 'boolean')
    return html`${choice(view, 'radio', 'yes', t('yes'), values[0]?.boolean === true, () => view.onAnswer([{ boolean: true }]))}
    ${choice(view, 'radio', 'no', t('no'), values[0]?.boolean === false, () => view.onAnswer([{ boolean: false }]))}`
  const many = item.type === 'multiple-choice'
  const chosen = new Set(values.map(({ code }) => code))
  return html`${(item.options ?? []).map((option) =>
    choice(
      view,
      many ? 'checkbox' : 'radio',
      option.code,
      localized(option.text, tag),
      chosen.has(option.code),
      (checked) => {
        if (!many) return view.onAnswer([{ code: option.code }])
        const rest = values.filter(({ code }) => code !== option.code)
        view.onAnswer(checked ? [...rest, { code: option.code }] : rest)
      },
    ),
  )}`
}

/** What was typed, as a value of the question's type; null when it is no such value. */
export const readTyped = (item: Item, text: string): AnswerValue | null => {
  const trimmed = text.trim()
  if (item.type === 'integer') return /^-?\d{1,9}$/.test(trimmed) ? { integer: Number(trimmed) } : null
  if (item.type === 'decimal')
    return trimmed !== '' && Number.isFinite(Number(trimmed)) ? { decimal: Number(trimmed) } : null
  if (item.type === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(trimmed) ? { date: trimmed } : null
  return { text }
}

const written = ([value]: readonly AnswerValue[]): string =>
  String(value?.text ?? value?.integer ?? value?.decimal ?? value?.date ?? '')

const field = (view: QuestionView, hint: string): TemplateResult => {
  const { item, values, fault } = view
  const onInput = (event: Event): void => {
    const { value } = event.target as HTMLInputElement
    const read = value.trim() === '' ? null : readTyped(item, value)
    // What is not yet a value of the type (half a number) stays in the field and is told on "Next".
    view.onAnswer(read ? [read] : [])
  }
  if (item.type === 'text')
    return html`<textarea
      id="answer"
      rows="4"
      maxlength="10000"
      aria-labelledby="question"
      aria-invalid=${fault ? 'true' : 'false'}
      aria-describedby=${described(view, hint)}
      .value=${written(values)}
      @input=${onInput}
    ></textarea>`
  const isNumber = item.type === 'integer' || item.type === 'decimal'
  return html`<input
    id="answer"
    class=${isNumber || item.type === 'date' ? 'short' : ''}
    type=${item.type === 'date' ? 'date' : 'text'}
    inputmode=${isNumber ? (item.type === 'integer' ? 'numeric' : 'decimal') : 'text'}
    maxlength=${isNumber ? 12 : 500}
    autocomplete="off"
    aria-labelledby="question"
    aria-invalid=${fault ? 'true' : 'false'}
    aria-describedby=${described(view, hint)}
    .value=${written(values)}
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
  const hinted = html`${hint ? html`<p class="hint" id="hint">${hint}</p>` : nothing}${fault ? html`<p class="error" id="fault" role="alert">${fault}</p>` : nothing}`
  const isChoice = item.type === 'choice' || item.type === 'multiple-choice' || item.type === 'boolean'
  return isChoice
    ? html`<fieldset class="field" aria-describedby=${described(view, hint)}>
        <legend class="title" id="question" tabindex="-1">${localized(item.text, tag)}</legend>
        ${hinted}
        <div class="options">${choices(view)}</div>
      </fieldset>`
    : html`<div class="field">
        <h3 id="question" tabindex="-1">${localized(item.text, tag)}</h3>
        ${hinted} ${field(view, hint)}
      </div>`
}

/** An answer in words, for reading it over. */
export const answerText = (t: T, tag: string, item: Item, values: readonly AnswerValue[]): string => {
  if (values.length === 0) return t('noAnswer')
  return values
    .map((value) => {
      if (value.boolean !== undefined) return t(value.boolean ? 'yes' : 'no')
      if (value.code !== undefined)
        return localized(item.options?.find(({ code }) => code === value.code)?.text ?? [], tag) || value.code
      return written([value])
    })
    .join(', ')
}
