import { html, nothing, type TemplateResult } from 'lit'
import type { LabObservation, LabResult } from '@visitkit/sdk'
import { localized, type Formatter } from '../core/format.ts'
import { iconAlert } from '../core/icons.ts'
import { rangeChips } from '../core/range-chips.ts'
import { observationTable, type PreviousValue } from './observation-table.ts'
import type { LabOrdersTranslate } from './order-form.ts'
import type { ReviewDraft } from './reviews.ts'
import { valuesOverTime } from './values-over-time.ts'

export interface ResultCardView {
  readonly t: LabOrdersTranslate
  readonly format: Formatter
  /** Milliseconds since 1970. */
  readonly now: number
  readonly result: LabResult
  /** Shown in the inbox, which has results of many patients. */
  readonly withPatient: boolean
  readonly isOpen: boolean
  /** The previous value, by LOINC code. */
  /** All results of the patient that are loaded; empty in the inbox, whose results are of many people. */
  readonly known: readonly LabResult[]
  readonly previous: ReadonlyMap<string, PreviousValue>
  readonly review: ReviewDraft
  /** For the text area of the comment: keeps it until the result is reviewed. */
  readonly keptComment: () => unknown
  readonly busy: boolean
  /** A problem of this result. */
  readonly problem: unknown
  /** A file that the laboratory sent as a value. */
  readonly fileOf: (observation: LabObservation) => unknown
  readonly onToggle: () => void
  readonly onReviewInput: (review: ReviewDraft) => void
  readonly onAcknowledge: () => void
  readonly onReview: () => void
}

/** The deadline to acknowledge a critical value, and the whole minutes until then. */
export const dueText = (t: LabOrdersTranslate, format: Formatter, dueAt: string, now: number): string => {
  const minutes = Math.ceil((Date.parse(dueAt) - now) / 60_000)
  const time = format.time(dueAt)
  return minutes >= 0 ? t('dueIn', { time, count: minutes }) : t('overdue', { time, count: -minutes })
}

/** The deadline of a critical value, in whole minutes; stops at the acknowledgment. */
const criticalBanner = ({
  t,
  format,
  now,
  result,
  busy,
  onAcknowledge,
}: ResultCardView): TemplateResult | typeof nothing => {
  const { critical } = result
  if (!critical) return nothing
  const { dueAt, acknowledgedAt, acknowledgedBy } = critical
  if (acknowledgedAt)
    return html`<p class="small">
      <b>${t('critical')}.</b>
      ${t('acknowledgedBy', { name: acknowledgedBy?.displayName ?? '', time: format.momentWithYear(acknowledgedAt) })}
    </p>`
  return html`<div class="banner bad">
    ${iconAlert}
    <div class="stack grow">
      <p><b>${t('critical')}</b><br /><span class="num">${dueText(t, format, dueAt, now)}</span></p>
      <div>
        <button class="btn danger small" type="button" aria-disabled=${busy ? 'true' : nothing} @click=${onAcknowledge}>
          ${t(busy ? 'acknowledging' : 'acknowledge')}
        </button>
      </div>
    </div>
  </div>`
}

const reviewForm = ({
  t,
  result,
  review,
  keptComment,
  busy,
  onReviewInput,
  onReview,
}: ResultCardView): TemplateResult =>
  html`<div class="review stack">
    <div class="field">
      <label for="comment-${result.id}">${t('comment')}</label>
      <textarea
        id="comment-${result.id}"
        ${keptComment()}
        dir="auto"
        rows="2"
        maxlength="2000"
        .value=${review.comment}
        @input=${(event: Event) => onReviewInput({ ...review, comment: (event.target as HTMLTextAreaElement).value })}
      ></textarea>
    </div>
    <div class="row wrap">
      <label class="choice"
        ><input
          type="checkbox"
          .checked=${review.release}
          @change=${(event: Event) => onReviewInput({ ...review, release: (event.target as HTMLInputElement).checked })}
        />${t('release')}</label
      >
      <button class="btn primary" type="button" aria-disabled=${busy ? 'true' : nothing} @click=${onReview}>
        ${t(busy ? 'reviewing' : review.release ? 'reviewAndRelease' : 'review')}
      </button>
    </div>
  </div>`

/** When and of what it was taken, and who measured it where. */
const circumstances = ({ t, format, result }: ResultCardView): TemplateResult | typeof nothing => {
  const { collectedAt, specimen, laboratory, laboratoryAddress } = result
  const words = [
    collectedAt ? t('collectedAt', { time: format.momentWithYear(collectedAt) }) : '',
    specimen ? t('specimenOf', { specimen }) : '',
    laboratoryAddress ? t('measuredBy', { laboratory, address: laboratoryAddress }) : '',
  ].filter(Boolean)
  return words.length === 0 ? nothing : html`<p class="small muted" dir="auto">${words.join(' ')}</p>`
}

const body = (view: ResultCardView, name: string): TemplateResult => {
  const { t, format, result } = view
  const { reviewedAt, reviewedBy, comment, releasedAt, correctedAfterReview } = result
  const needsReview = !reviewedAt || correctedAfterReview
  return html`${
    correctedAfterReview
      ? html`<div class="banner warn">
          ${iconAlert}
          <p><b>${t('correctedAfterReview')}</b></p>
        </div>`
      : nothing
  }
  ${result.extra ? html`<p class="small">${t('extraText')}</p>` : nothing} ${circumstances(view)}
  ${
    result.note
      ? html`<p class="small">
          ${t.rich('refusal', { text: html`<span class="words" dir="auto">${result.note}</span>` })}
        </p>`
      : nothing
  }
  ${
    result.observations.length === 0
      ? nothing
      : observationTable(t, format, name, result.observations, view.previous, view.fileOf)
  }
  ${valuesOverTime(t, format, result, view.known)}
  ${
    reviewedAt
      ? html`<div class="tight small">
          <p>
            ${t('reviewedBy', { name: reviewedBy?.displayName ?? '', time: format.momentWithYear(reviewedAt) })}.
            ${t(releasedAt ? 'released' : 'notReleased')}.
          </p>
          ${comment ? html`<p dir="auto">“${comment}”</p>` : nothing}
        </div>`
      : nothing
  }
  ${needsReview && result.status !== 'cancelled' ? reviewForm(view) : nothing}`
}

/** One result: a summary in one line, the deadline when it is critical, and, expanded, every value with its review. */
export const resultCard = (view: ResultCardView): TemplateResult => {
  const { t, format, result, isOpen } = view
  const { test, status, patient, observations, receivedAt, laboratory, fillerNumber } = result
  const title = localized(test.name, format.tag)
  const name = view.withPatient && patient ? `${patient.displayName}, ${title}` : title
  const isOverdue = result.critical && !result.critical.acknowledgedAt
  return html`<li class="result stack" id="result-${result.id}">
    <div class="row between wrap">
      <span class="tight grow"
        >${
          view.withPatient && patient
            ? html`<span
                ><b dir="auto">${patient.displayName}</b>
                <span class="small muted">${t('patientAge', { count: patient.age })}</span></span
              >`
            : nothing
        }<b id="result-${result.id}-name" tabindex="-1">${title}</b
        ><span class="small muted num"
          >${t('receivedAt', { time: format.moment(receivedAt), laboratory })}.
          ${t('number', { number: fillerNumber })}</span
        ></span
      >
      <span class="chips">
        ${isOverdue ? html`<span class="chip bad">${t('critical')}</span>` : nothing}
        ${result.extra ? html`<span class="chip none">${t('extra')}</span>` : nothing}
        ${
          result.partOf
            ? html`<span class="chip none">${t('partOf', { name: localized(result.partOf, format.tag) })}</span>`
            : nothing
        }
        <span class="chip ${status === 'final' ? 'none' : 'warn'}">${t(`result_${status}`)}</span>
        ${rangeChips(t, observations)}
        <button
          class="btn small"
          type="button"
          aria-expanded=${isOpen ? 'true' : 'false'}
          aria-label=${t(isOpen ? 'closeResultName' : 'openResultName', { name })}
          @click=${view.onToggle}
        >
          ${t(isOpen ? 'closeResult' : 'openResult')}
        </button>
      </span>
    </div>
    ${criticalBanner(view)} ${view.problem || nothing} ${isOpen ? body(view, name) : nothing}
  </li>`
}
