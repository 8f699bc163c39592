import { html, nothing, type TemplateResult } from 'lit'
import type { Payer } from '@visitkit/sdk'
import type { Translate } from '../core/localize.ts'
import { medicareReasons } from '../core/medicare-reasons.ts'
import type { nextPayerEn } from '../claim-desk/next-payer.en.ts'
import {
  asksReason,
  isMedicare,
  orders,
  relationships,
  sexes,
  type CoverageDraft,
  type CoverageFault,
} from './coverage-draft.ts'
import type { patientCoveragesEn } from './patient-coverages.en.ts'

export interface CoverageFormView {
  readonly t: Translate<typeof patientCoveragesEn>
  /** Why another payer pays before Medicare. */
  readonly reasons: Translate<typeof nextPayerEn>
  readonly level: number
  readonly heading: string
  readonly draft: CoverageDraft
  readonly payers: readonly Payer[]
  readonly faults: readonly CoverageFault[]
  readonly isBusy: boolean
  readonly problem: unknown
  readonly onChange: (changed: Partial<CoverageDraft>) => void
  readonly onSave: () => void
  readonly onCancel: () => void
}

type TextField = Exclude<
  keyof CoverageDraft,
  'payerId' | 'relationship' | 'subscriberSex' | 'order' | 'medicareSecondaryReason'
>

export const fieldIdOf = (field: CoverageFault): string => `coverage-${field}`

const isFault = (field: string, faults: readonly CoverageFault[]): field is CoverageFault =>
  (faults as readonly string[]).includes(field)

/** The attributes and the text of a field that is missing or wrong. */
const faultOf = ({ t, faults }: CoverageFormView, field: string) =>
  isFault(field, faults)
    ? {
        invalid: 'true' as const,
        id: `coverage-${field}-fault`,
        text: html`<p class="error" id="coverage-${field}-fault" role="alert">${t(`fault_${field}`)}</p>`,
      }
    : { invalid: nothing, id: '', text: nothing }

const describedBy = (...ids: readonly string[]): string | typeof nothing =>
  ids.filter((id) => id !== '').join(' ') || nothing

interface InputRest {
  readonly type?: 'text' | 'date'
  readonly most?: number
  /** Of a hint in another place. */
  readonly hintId?: string
  readonly dir?: 'auto' | 'ltr'
}

const input = (
  view: CoverageFormView,
  field: TextField,
  label: string,
  { type = 'text', most = 120, hintId = '', dir = 'auto' }: InputRest = {},
): TemplateResult => {
  const fault = faultOf(view, field)
  return html`<div class="field">
    <label for="coverage-${field}">${label}</label>
    ${fault.text}
    <input
      id="coverage-${field}"
      type=${type}
      dir=${type === 'date' ? nothing : dir}
      maxlength=${type === 'date' ? nothing : most}
      autocomplete="off"
      aria-invalid=${fault.invalid}
      aria-describedby=${describedBy(hintId, fault.id)}
      .value=${view.draft[field]}
      @change=${({ target }: Event) => view.onChange({ [field]: (target as HTMLInputElement).value })}
    />
  </div>`
}

interface Choice {
  readonly value: string
  readonly text: string
}

const select = (
  view: CoverageFormView,
  field: Exclude<keyof CoverageDraft, TextField>,
  label: string,
  choices: readonly Choice[],
  hint?: string,
): TemplateResult => {
  const fault = faultOf(view, field)
  const hintId = hint === undefined ? '' : `coverage-${field}-hint`
  const chosen = String(view.draft[field])
  return html`<div class="field">
    <label for="coverage-${field}">${label}</label>
    ${hint === undefined ? nothing : html`<p class="hint" id=${hintId}>${hint}</p>`} ${fault.text}
    <select
      id="coverage-${field}"
      aria-invalid=${fault.invalid}
      aria-describedby=${describedBy(hintId, fault.id)}
      @change=${({ target }: Event) => {
        const { value } = target as HTMLSelectElement
        view.onChange({ [field]: field === 'order' ? Number(value) : value })
      }}
    >
      ${choices.map(({ value, text }) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`)}
    </select>
  </div>`
}

const subscriberFields = (view: CoverageFormView): TemplateResult => {
  const { t } = view
  return html`<div class="pair">
      ${input(view, 'subscriberGiven', t('subscriberGiven'))} ${input(view, 'subscriberFamily', t('subscriberFamily'))}
    </div>
    <div class="pair">
      ${input(view, 'subscriberBorn', t('subscriberBorn'), { type: 'date' })}
      ${select(
        view,
        'subscriberSex',
        t('subscriberSex'),
        sexes.map((sex) => ({ value: sex, text: t(`sex_${sex}`) })),
      )}
    </div>`
}

const cardFields = (view: CoverageFormView): TemplateResult => {
  const { t, draft } = view
  const isFilled = [draft.cardGiven, draft.cardFamily].some((text) => text !== '')
  return html`<details ?open=${isFilled}>
    <summary>${t('card')}</summary>
    <div class="stack">
      <p class="hint">${t('cardHint')}</p>
      <div class="pair">${input(view, 'cardGiven', t('cardGiven'))} ${input(view, 'cardMiddle', t('cardMiddle'))}</div>
      <div class="pair">
        ${input(view, 'cardFamily', t('cardFamily'))} ${input(view, 'cardSuffix', t('cardSuffix'), { most: 10 })}
      </div>
    </div>
  </details>`
}

const whoseFields = (view: CoverageFormView, payer: Payer | undefined): TemplateResult => {
  const { t, draft } = view
  if (isMedicare(payer)) return html`<p class="hint" id="medicare-self">${t('medicareSelf')}</p>`
  return html`${select(
    view,
    'relationship',
    t('relationship'),
    relationships.map((value) => ({ value, text: t(`relationship_${value}`) })),
  )}
  ${draft.relationship === 'self' ? nothing : subscriberFields(view)}`
}

const reasonField = (view: CoverageFormView): TemplateResult =>
  select(
    view,
    'medicareSecondaryReason',
    view.reasons('reason'),
    [
      { value: '', text: view.reasons('reasonNone') },
      ...medicareReasons.map((value) => ({ value, text: view.reasons(`reason_${value}`) })),
    ],
    view.reasons('reasonHint'),
  )

/** One form for a new coverage and a corrected one: what it asks depends on the payer and the place. */
export const coverageForm = (view: CoverageFormView): TemplateResult => {
  const { t, draft, payers } = view
  const payer = payers.find(({ id }) => id === draft.payerId)
  return html`<form
    class="stack coverage-form"
    novalidate
    aria-labelledby="coverage-form-heading"
    @submit=${(event: Event) => {
      event.preventDefault()
      view.onSave()
    }}
  >
    <h4 id="coverage-form-heading" tabindex="-1" dir="auto" aria-level=${view.level}>${view.heading}</h4>
    <div class="pair">
      ${select(view, 'payerId', t('payer'), [
        { value: '', text: t('payerNone') },
        ...payers.filter(({ kind }) => kind !== 'self-pay').map(({ id, name }) => ({ value: id, text: name })),
      ])}
      ${select(
        view,
        'order',
        t('order'),
        orders.map((order) => ({ value: String(order), text: t(`order_${order}`) })),
      )}
    </div>
    <div class="pair">
      ${input(view, 'memberNumber', t('memberNumber'), { most: 40, dir: 'ltr' })}
      ${input(view, 'groupNumber', t('groupNumber'), { most: 40, dir: 'ltr' })}
    </div>
    ${whoseFields(view, payer)} ${asksReason(draft, payer) ? reasonField(view) : nothing} ${cardFields(view)}
    <div class="pair">
      ${input(view, 'from', t('from'), { type: 'date' })}
      ${input(view, 'to', t('to'), { type: 'date', hintId: 'coverage-to-hint' })}
    </div>
    <p class="hint" id="coverage-to-hint">${t('toHint')}</p>
    ${view.problem}
    <div class="row wrap">
      <button class="btn primary small" aria-disabled=${view.isBusy ? 'true' : nothing}>
        ${t(view.isBusy ? 'saving' : 'save')}
      </button>
      <button class="btn small" type="button" @click=${view.onCancel}>${t('cancel')}</button>
    </div>
  </form>`
}
