import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { PharmacyRequest } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import type { Translate } from '../core/localize.ts'
import type { Trouble } from '../core/row-acts.ts'
import type { prescriptionPadEn } from './prescription-pad.messages.ts'

/** What stands in the fields of one answer. */
export interface RequestAnswer {
  readonly refills: string
  readonly reason: string
}

interface PharmacyRequestsView {
  readonly t: Translate<typeof prescriptionPadEn>
  readonly format: Formatter
  readonly requests: readonly PharmacyRequest[]
  readonly answers: ReadonlyMap<string, RequestAnswer>
  /** The request that is being answered. */
  readonly busy: string | null
  readonly trouble: Trouble | null
  readonly onInput: (id: string, answer: RequestAnswer) => void
  readonly onAnswer: (request: PharmacyRequest, decision: 'approved' | 'denied') => void
}

export const emptyAnswer: RequestAnswer = { refills: '0', reason: '' }

/** What pharmacies ask about this patient's prescriptions. */
export const pharmacyRequests = (view: PharmacyRequestsView): TemplateResult => {
  const { t, format, requests, answers, busy, trouble } = view
  return html`<section class="part asks" aria-labelledby="requests">
    <h3 id="requests" tabindex="-1">${t('requests')}</h3>
    <ul class="stack">
      ${repeat(
        requests,
        ({ id }) => id,
        (request) => {
          const { id, kind, medicationName: name, proposed, text, receivedAt } = request
          const answer = answers.get(id) ?? emptyAnswer
          const isBusy = busy === id
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
                        inputmode="numeric"
                        maxlength="2"
                        autocomplete="off"
                        .value=${answer.refills}
                        @input=${(event: Event) =>
                          view.onInput(id, { ...answer, refills: (event.target as HTMLInputElement).value })}
                      />
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
                  @input=${(event: Event) =>
                    view.onInput(id, { ...answer, reason: (event.target as HTMLInputElement).value })}
                />
              </div>
            </div>
            ${trouble?.id === id ? trouble.view : nothing}
            <div class="row wrap">
              <button
                class="btn small primary"
                type="button"
                aria-label=${t('approveName', { name })}
                aria-disabled=${isBusy ? 'true' : nothing}
                @click=${() => view.onAnswer(request, 'approved')}
              >
                ${t(isBusy ? 'answering' : 'approve')}
              </button>
              <button
                class="btn small"
                type="button"
                aria-label=${t('denyName', { name })}
                aria-disabled=${isBusy ? 'true' : nothing}
                @click=${() => view.onAnswer(request, 'denied')}
              >
                ${t('deny')}
              </button>
            </div>
          </li>`
        },
      )}
    </ul>
  </section>`
}
