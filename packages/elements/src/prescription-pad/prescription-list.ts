import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { Prescription } from '@visitkit/sdk'
import { localized, type Formatter } from '../core/format.ts'
import type { RowProblem } from '../core/row-actions.ts'
import { attentionView, type AttentionView } from './attention-view.ts'

export type CancelReason = 'error' | 'allergy' | 'patient-request' | 'changed-treatment' | 'other'

interface PrescriptionListView extends AttentionView {
  readonly format: Formatter
  readonly prescriptions: readonly Prescription[]
  /** The prescription with an open cancellation question. */
  readonly cancelling: string | null
  readonly cancelReason: CancelReason
  /** The problem of one row. */
  readonly rowProblem: RowProblem | null
  readonly onContinue: (one: Prescription) => void
  readonly onDiscard: (one: Prescription) => void
  readonly onRenew: (one: Prescription) => void
  readonly onCancel: (one: Prescription | null) => void
  readonly onCancelReason: (reason: CancelReason) => void
  readonly onCancelNow: (one: Prescription) => void
}

const reasons: readonly CancelReason[] = ['error', 'allergy', 'patient-request', 'changed-treatment', 'other']
const tones: Readonly<Partial<Record<Prescription['status'], string>>> = {
  draft: 'none',
  accepted: 'ok',
  dispensed: 'ok',
  'not-dispensed': 'warn',
  'partially-dispensed': 'warn',
  'cancel-requested': 'warn',
  refused: 'bad',
  undelivered: 'bad',
  cancelled: 'none',
  replaced: 'none',
}
/** Whether a pharmacy may still dispense it, or refill it. */
const isCancellable = ({ status, refillsLeft = 0 }: Prescription): boolean =>
  cancellable.includes(status) || (status === 'dispensed' && refillsLeft > 0)
const cancellable: readonly Prescription['status'][] = [
  'sending',
  'sent',
  'accepted',
  'undelivered',
  'partially-dispensed',
  'not-dispensed',
]
const renewable: readonly Prescription['status'][] = ['accepted', 'dispensed', 'partially-dispensed', 'not-dispensed']

const history = ({ t, format }: PrescriptionListView, one: Prescription): TemplateResult =>
  html`<details class="small">
    <summary>${t('history')}</summary>
    <ol class="events">
      ${one.history.map(
        ({ at, status, by, code, text }) =>
          html`<li>
            <span class="num muted">${format.moment(at)}</span> ${t(`tell_${status}`)}
            <span class="muted"
              >(${t(`by_${by}`)}${code && code !== status ? html` <code dir="ltr">${code}</code>` : nothing})</span
            >
            ${text ? html`<span dir="auto">“${text}”</span>` : nothing}
          </li>`,
      )}
    </ol>
  </details>`

const cancelQuestion = (view: PrescriptionListView, one: Prescription): TemplateResult => {
  const { t, busy } = view
  return html`<div class="ask stack" role="group" aria-labelledby="cancel-why">
    <div class="field">
      <label for="cancel-reason" id="cancel-why">${t('cancelWhy')}</label>
      <select
        id="cancel-reason"
        @change=${(event: Event) => view.onCancelReason((event.target as HTMLSelectElement).value as CancelReason)}
      >
        ${reasons.map(
          (reason) =>
            html`<option value=${reason} ?selected=${reason === view.cancelReason}>${t(`why_${reason}`)}</option>`,
        )}
      </select>
    </div>
    <div class="row wrap">
      <button
        class="btn danger small"
        type="button"
        aria-disabled=${busy === one.id ? 'true' : nothing}
        @click=${() => view.onCancelNow(one)}
      >
        ${t('cancelNow')}
      </button>
      <button class="btn quiet small" type="button" @click=${() => view.onCancel(null)}>${t('keepIt')}</button>
    </div>
  </div>`
}

const actions = (view: PrescriptionListView, one: Prescription): TemplateResult => {
  const { t, busy } = view
  const { name } = one.medication
  const button = (words: string, label: string, act: () => void, id = ''): TemplateResult =>
    html`<button
      class="btn small"
      id=${id || nothing}
      type="button"
      aria-label=${label}
      aria-disabled=${busy === one.id ? 'true' : nothing}
      @click=${act}
    >
      ${words}
    </button>`
  if (one.status === 'draft')
    return html`${button(t('continue'), t('continueName', { name }), () => view.onContinue(one))}
    ${button(t('discard'), t('discardName', { name }), () => view.onDiscard(one))}`
  return html`${renewable.includes(one.status) ? button(t('renew'), t('renewName', { name }), () => view.onRenew(one)) : nothing}
  ${
    isCancellable(one) && view.cancelling !== one.id
      ? button(t('cancel'), t('cancelName', { name }), () => view.onCancel(one), `cancel-${one.id}`)
      : nothing
  }`
}

const row = (view: PrescriptionListView, one: Prescription): TemplateResult => {
  const { t, format, rowProblem } = view
  return html`<li class="prescription stack">
    <div class="tight">
      <div class="row wrap between">
        <b lang="en" dir="ltr">${one.medication.name}</b>
        <span class="chip ${tones[one.status] ?? ''}">${t(`status_${one.status}`)}</span>
      </div>
      <p dir="auto">${localized(one.directionsText, format.tag)}</p>
      <p class="small muted">
        ${t(`tell_${one.status}`)} ${one.pharmacy ? html`<span dir="auto">${one.pharmacy.name}.</span>` : nothing}
        ${one.refillsLeft === undefined ? nothing : html`<span class="num">${t('refillsLeft', { count: one.refillsLeft })}.</span>`}
        <span class="num">${format.date(one.signedAt ?? one.createdAt)}</span>
      </p>
    </div>
    ${attentionView(view, one)}
    <div class="row wrap">
      ${one.history.length > 0 ? history(view, one) : nothing}
      <div class="row acts">${actions(view, one)}</div>
    </div>
    ${view.cancelling === one.id ? cancelQuestion(view, one) : nothing}
    ${rowProblem?.id === one.id ? rowProblem.view : nothing}
  </li>`
}

/** The patient's prescriptions, those that need an action first, each with its status in plain words. */
export const prescriptionList = (view: PrescriptionListView): TemplateResult => {
  const { t, prescriptions } = view
  if (prescriptions.length === 0)
    return html`<div class="part tight empty">
      <p><b>${t('emptyHeading')}</b></p>
      <p class="muted">${t('emptyText')}</p>
    </div>`
  const sorted = prescriptions.toSorted((a, b) => Number(Boolean(b.needsAttention)) - Number(Boolean(a.needsAttention)))
  return html`<ul class="rows-of">
    ${repeat(
      sorted,
      ({ id }) => id,
      (one) => row(view, one),
    )}
  </ul>`
}
