import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { LabMessage, LabOrder, Patient, UnmatchedResult } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import type { PatientSearch } from '../core/patient-search.ts'
import { wholeName } from '../core/whole-name.ts'
import { testNames } from './order-list.ts'
import type { LabOrdersTranslate } from './order-form.ts'
import { dueText } from './result-card.ts'

/** A patient to whom a result may belong. */
export interface Candidate {
  readonly patient: Patient
  readonly orders: readonly LabOrder[]
}

interface UnmatchedListView {
  readonly t: LabOrdersTranslate
  readonly format: Formatter
  /** Milliseconds since 1970. */
  readonly now: number
  readonly results: readonly UnmatchedResult[]
  /** The result that is being compared. */
  readonly compared: string | null
  /** The patient to whom it may belong, with their orders; undefined until one is found. */
  readonly candidate: Candidate | undefined
  readonly patients: PatientSearch
  readonly chosen: string | null
  readonly busy: string | null
  readonly rowProblem: { readonly id: string; readonly view: TemplateResult } | null
  /** Why the patient could not be read. */
  readonly problem: unknown
  /** What the laboratory sent; undefined until requested. */
  readonly messages: readonly LabMessage[] | undefined
  readonly isReadingMessages: boolean
  readonly messagesProblem: unknown
  readonly onCompare: (result: UnmatchedResult) => void
  readonly onChoose: (orderId: string) => void
  readonly onShowMessages: (result: UnmatchedResult) => void
  readonly onMatch: (result: UnmatchedResult) => void
  readonly onReturn: (result: UnmatchedResult) => void
}

/** A measurement contradicts its own test, and a response what was said before. A part of a result is faulty, and a response has a code. */
const reasonOf = ({ reason, response }: UnmatchedResult) => {
  if (response) return `reason_${reason}` as const
  return reason === 'contradictory'
    ? 'reason_unit'
    : reason === 'unknown-code'
      ? 'reason_faulty'
      : (`reason_${reason}` as const)
}

/** Whether a person can give it to an order. What is contradictory, or has an unknown code, is settled with the laboratory. */
export const isAssignable = ({ reason }: UnmatchedResult): boolean =>
  reason !== 'contradictory' && reason !== 'unknown-code'

const messagesAsSent = (view: UnmatchedListView, result: UnmatchedResult): TemplateResult => {
  const { t, format, messages, isReadingMessages, messagesProblem, onShowMessages } = view
  if (!messages)
    return html`<div class="tight">
      ${messagesProblem || nothing}
      <div>
        <button
          class="btn small"
          type="button"
          aria-disabled=${isReadingMessages ? 'true' : nothing}
          @click=${() => onShowMessages(result)}
        >
          ${t(isReadingMessages ? 'messageReading' : 'messageShow')}
        </button>
      </div>
      <p class="small muted">${t('messageHint')}</p>
    </div>`
  return html`<section class="tight" aria-labelledby="message">
    <h4 id="message" tabindex="-1">${t('message')}</h4>
    ${messages.map(
      ({ receivedAt, controlId, text }) =>
        html`<p class="small muted num">
            ${format.moment(receivedAt)}${format.comma}${t('number', { number: controlId })}
          </p>
          <pre tabindex="0" role="group" aria-labelledby="message" dir="ltr" translate="no">${text}</pre>`,
    )}
  </section>`
}

const settling = (view: UnmatchedListView, result: UnmatchedResult): TemplateResult => {
  const { t, busy } = view
  return html`<div class="ask stack">
    <p class="small" id="settle-hint" tabindex="-1">${t('settleHint')}</p>
    ${messagesAsSent(view, result)}
    <div>
      <button
        class="btn primary small"
        type="button"
        aria-disabled=${busy === result.id ? 'true' : nothing}
        @click=${() => view.onReturn(result)}
      >
        ${t(busy === result.id ? 'matching' : 'settle')}
      </button>
    </div>
  </div>`
}

const comparison = (view: UnmatchedListView, result: UnmatchedResult): TemplateResult => {
  const { t, format, candidate, patients, chosen, busy } = view
  return html`<div class="ask stack">
    ${patients.render({
      id: 'find-patient',
      label: t('findPatient'),
      option: ({ displayName, age }) =>
        html`<b>${displayName}</b><span class="small muted">${t('patientAge', { count: age })}</span>`,
    })}
    ${view.problem || nothing}
    ${
      candidate
        ? html`<p class="small">
            ${t('ours')}: <b dir="auto">${wholeName(candidate.patient.name)}</b>,
            ${t('born', {
              date: format.at('UTC').date(candidate.patient.birthDate),
            })}
          </p>`
        : nothing
    }
    ${
      candidate === undefined
        ? nothing
        : candidate.orders.length === 0
          ? html`<p class="small muted" role="status">${t('noOrdersToMatch')}</p>`
          : html`<fieldset class="stack">
              <legend class="label">${t('matchWith')}</legend>
              ${candidate.orders.map(
                (order) =>
                  html`<label class="choice"
                    ><input
                      type="radio"
                      name="order"
                      .checked=${order.id === chosen}
                      @change=${() => view.onChoose(order.id)}
                    /><span
                      >${testNames(format, order)}
                      <span class="small muted num"
                        >${t('orderedAt', { time: format.moment(order.placedAt) })}</span
                      ></span
                    ></label
                  >`,
              )}
            </fieldset>`
    }
    ${messagesAsSent(view, result)}
    <div class="row wrap">
      <button
        class="btn primary small"
        type="button"
        aria-disabled=${chosen === null || busy === result.id ? 'true' : nothing}
        @click=${() => view.onMatch(result)}
      >
        ${t(busy === result.id ? 'matching' : result.response ? 'apply' : 'match')}
      </button>
      <button
        class="btn small"
        type="button"
        aria-disabled=${busy === result.id ? 'true' : nothing}
        @click=${() => view.onReturn(result)}
      >
        ${t('returnIt')}
      </button>
    </div>
  </div>`
}

/** Results without a matching order or patient, each with the laboratory's data, for a person to compare and decide. */
export const unmatchedList = (view: UnmatchedListView): TemplateResult => {
  const { t, format, now, results, compared, rowProblem } = view
  return html`<section class="part" aria-labelledby="unmatched">
    <div class="tight">
      <h3 id="unmatched" tabindex="-1">${t('unmatched')}</h3>
      <p class="small muted">${t('unmatchedText')}</p>
    </div>
    <ul class="rows">
      ${repeat(
        results,
        ({ id }) => id,
        (result) => {
          const { id, person: reportedPerson, placerNumber, fillerNumber, receivedAt, critical, response } = result
          const testName = result.testName || t(response ? 'response' : 'unnamedResult')
          const number = fillerNumber || placerNumber
          const isOpen = compared === id
          return html`<li class="stack">
            <div class="row between wrap">
              <span class="tight grow"
                ><b dir="auto">${testName}</b>${
                  critical
                    ? html`<span class="small"
                        ><span class="chip bad">${t('critical')}</span>
                        <span class="num">${dueText(t, format, critical.dueAt, now)}</span></span
                      >`
                    : nothing
                }${
                  response
                    ? html`<span class="small"
                        >${t('laboratorySays')}: <b>${t(`response_${response.status}`)}</b>${
                          response.text ? html`. <span dir="auto">${response.text}</span>` : nothing
                        }</span
                      >`
                    : nothing
                }${
                  !reportedPerson.name
                    ? nothing
                    : html`<span class="small"
                        >${response ? nothing : html`${t('laboratorySays')}: `}<b dir="auto">${reportedPerson.name}</b
                        >${
                          reportedPerson.birthDate
                            ? html`${format.comma}${t('born', { date: format.at('UTC').date(reportedPerson.birthDate) })}`
                            : nothing
                        }${reportedPerson.sex ? html`${format.comma}<span dir="auto">${reportedPerson.sex}</span>` : nothing}</span
                      >`
                }<span class="small muted num"
                  >${t(reasonOf(result))}.
                  ${format.moment(receivedAt)}${number ? [format.comma, t('number', { number })] : nothing}</span
                ></span
              >
              <button
                class="btn small"
                type="button"
                aria-expanded=${isOpen ? 'true' : 'false'}
                aria-label=${t('compareName', { name: testName })}
                @click=${() => view.onCompare(result)}
              >
                ${t('compare')}
              </button>
            </div>
            ${rowProblem?.id === id ? rowProblem.view : nothing}
            ${isOpen ? (isAssignable(result) ? comparison : settling)(view, result) : nothing}
          </li>`
        },
      )}
    </ul>
  </section>`
}
