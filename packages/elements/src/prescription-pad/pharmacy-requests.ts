import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { PharmacyRequest } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import type { Translate } from '../core/localize.ts'
import type { RowProblem } from '../core/row-actions.ts'
import type { prescriptionPadEn } from './prescription-pad.en.ts'
import { ranges, readInteger } from './integers.ts'

/** The fields of one response, and its state: a fault, or the confirmation before signing. */
export interface RequestDecision {
  readonly refills: string
  readonly reason: string
  readonly prompt?: 'fault' | 'question'
}

type Decision = 'approved' | 'denied'

/** The request body; null while the refills of a renewal are not valid. */
export const decisionBody = ({ kind }: PharmacyRequest, decision: Decision, { refills, reason }: RequestDecision) => {
  const renewed = kind === 'renewal' && decision === 'approved'
  const count = renewed ? readInteger(refills, ranges.refills) : undefined
  if (count === null) return null
  return {
    decision,
    ...(count !== undefined && { refills: count }),
    ...(reason.trim() && { reason: reason.trim() }),
  }
}

interface PharmacyRequestsView {
  readonly t: Translate<typeof prescriptionPadEn>
  readonly format: Formatter
  readonly requests: readonly PharmacyRequest[]
  readonly decisions: ReadonlyMap<string, RequestDecision>
  /** The request with an action in progress. */
  readonly busy: string | null
  readonly rowProblem: RowProblem | null
  readonly onInput: (id: string, answer: RequestDecision) => void
  readonly onDecide: (request: PharmacyRequest, decision: Decision) => void
  /** The patient's label. */
  readonly who: unknown
}

/** Starts with the requested refills. */
export const emptyDecision = ({ refills = 0 }: PharmacyRequest): RequestDecision => ({
  refills: String(refills),
  reason: '',
})

/** A response signs in the prescriber's name, so a confirmation shows the prescription and the patient. */
const signQuestion = (
  view: PharmacyRequestsView,
  request: PharmacyRequest,
  answer: RequestDecision,
): TemplateResult => {
  const { t, busy } = view
  const { id, kind, medicationName: name, proposed } = request
  return html`<div class="banner" role="group" aria-labelledby="ask-${id}">
    <div class="stack">
      <div class="tight">
        <b id="ask-${id}" tabindex="-1">${t('approveAsk')}</b>
        ${view.who}
        <p lang="en" dir="ltr">${proposed ?? name}</p>
        ${kind === 'renewal' ? html`<p class="num">${t('approveRefills', { count: Number(answer.refills) })}</p>` : nothing}
      </div>
      <div class="row wrap">
        <button
          class="btn small primary"
          type="button"
          aria-disabled=${busy === id ? 'true' : nothing}
          @click=${() => view.onDecide(request, 'approved')}
        >
          ${t(busy === id ? 'answering' : 'approveNow')}
        </button>
        <button
          class="btn small quiet"
          type="button"
          @click=${() => view.onInput(id, { refills: answer.refills, reason: answer.reason })}
        >
          ${t('approveBack')}
        </button>
      </div>
    </div>
  </div>`
}

/** Pharmacies' requests about this patient's prescriptions. */
export const pharmacyRequests = (view: PharmacyRequestsView): TemplateResult => {
  const { t, format, requests, decisions, busy, rowProblem } = view
  return html`<section class="part asks" aria-labelledby="requests">
    <h3 id="requests" tabindex="-1">${t('requests')}</h3>
    <ul class="stack">
      ${repeat(
        requests,
        ({ id }) => id,
        (request) => {
          const { id, kind, medicationName: name, proposed, text, receivedAt } = request
          const answer = decisions.get(id) ?? emptyDecision(request)
          const isBusy = busy === id
          const isFaulty = answer.prompt === 'fault'
          const [from, to] = ranges.refills
          return html`<li class="stack">
            <div class="tight">
              <b>${t(`request_${kind}`, { name })}</b>
              ${proposed ? html`<span>${t('proposed', { name: proposed })}</span>` : nothing}
              ${text ? html`<span dir="auto">“${text}”</span>` : nothing}
              <span class="small muted num">${t('asked', { time: format.moment(receivedAt) })}</span>
            </div>
            <div class="grid answer">
              ${
                kind === 'renewal'
                  ? html`<div class="field">
                      <label for="refills-${id}">${t('requestRefills')}</label>
                      <input
                        id="refills-${id}"
                        class="num"
                        type="text"
                        dir="ltr"
                        inputmode="numeric"
                        maxlength="2"
                        autocomplete="off"
                        aria-invalid=${isFaulty ? 'true' : nothing}
                        aria-describedby=${isFaulty ? `fault-${id}` : nothing}
                        .value=${answer.refills}
                        @input=${({ target }: Event) =>
                          view.onInput(id, { reason: answer.reason, refills: (target as HTMLInputElement).value })}
                      />
                      ${isFaulty ? html`<p class="error" id="fault-${id}">${t('requestFault', { from, to })}</p>` : nothing}
                    </div>`
                  : nothing
              }
              <div class="field">
                <label for="reason-${id}">${t('requestReason')}</label>
                <input
                  id="reason-${id}"
                  type="text"
                  dir="auto"
                  maxlength="210"
                  autocomplete="off"
                  .value=${answer.reason}
                  @input=${({ target }: Event) =>
                    view.onInput(id, { refills: answer.refills, reason: (target as HTMLInputElement).value })}
                />
              </div>
            </div>
            ${rowProblem?.id === id ? rowProblem.view : nothing}
            ${
              answer.prompt === 'question'
                ? signQuestion(view, request, answer)
                : html`<div class="row wrap">
                    <button
                      class="btn small primary"
                      type="button"
                      id="approve-${id}"
                      aria-label=${t('approveName', { name })}
                      aria-disabled=${isBusy ? 'true' : nothing}
                      @click=${() => view.onDecide(request, 'approved')}
                    >
                      ${t(isBusy ? 'answering' : 'approve')}
                    </button>
                    <button
                      class="btn small"
                      type="button"
                      aria-label=${t('denyName', { name })}
                      aria-disabled=${isBusy ? 'true' : nothing}
                      @click=${() => view.onDecide(request, 'denied')}
                    >
                      ${t('deny')}
                    </button>
                  </div>`
            }
          </li>`
        },
      )}
    </ul>
  </section>`
}
