import { html, nothing, type TemplateResult } from 'lit'
import type { Alert, AlertAnswer } from '@visitkit/sdk'
import { localized, type Formatter } from '../core/format.ts'
import { howToCall, type ReachTranslate } from '../core/how-to-reach.ts'
import type { Translate } from '../core/localize.ts'
import type { alertsEn } from './alerts.en.ts'

export type AlertsTranslate = Translate<typeof alertsEn>

export interface AlertCardView {
  readonly t: AlertsTranslate
  readonly reach: ReachTranslate
  readonly format: Formatter
  readonly isBusy: boolean
  readonly onAcknowledge: (alert: Alert) => void
  /** Absent for those who may not open a chart. */
  readonly onOpen?: ((alert: Alert) => void) | undefined
}

const valueText = ({ t, format }: AlertCardView, { values, chosen }: AlertAnswer): string =>
  chosen.length > 0
    ? format.list(chosen.map(({ text }) => localized(text, format.tag)))
    : format.list(
        values.map(({ boolean, integer, decimal, text, date, code }) =>
          boolean === undefined ? String(text ?? integer ?? decimal ?? date ?? code ?? '') : t(boolean ? 'yes' : 'no'),
        ),
      )

const addressOf = ({ line1, line2, city, state, postalCode }: NonNullable<Alert['location']>): string =>
  [line1, line2, city, [state, postalCode].filter(Boolean).join(' ')].filter(Boolean).join(', ')

/** One open alert: who, how to call, where, what was answered, and the button to take it on. */
export const alertCard = (view: AlertCardView, alert: Alert): TemplateResult => {
  const { t, format } = view
  const { patient, code, call, location, answers, guidance } = alert
  const name = patient.displayName
  return html`<li class="tight" data-alert=${alert.id}>
    <p class="row wrap"><b dir="auto">${name}</b><span class="chip bad">${t(`alert_${code}`)}</span></p>
    <p class="small muted">${format.list([t('age', { count: patient.age }), alert.practitioner.displayName])}</p>
    <p class="small muted num">${t('raised', { ago: format.recently(alert.raisedAt, new Date().toISOString()) })}</p>
    ${alert.escalatedAt ? html`<p><b>${t('escalated')}</b></p>` : nothing}
    ${guidance ? html`<p dir="auto">${guidance}</p>` : nothing}
    <p class="alert-call">${howToCall(view.reach, call, (number) => t.rich('call', { number }))}</p>
    <p>${location ? t(location.stated ? 'here' : 'home', { address: addressOf(location) }) : t('noAddress')}</p>
    ${
      answers && answers.length > 0
        ? html`<p class="small muted">${t('answered')}</p>
            <ul class="alert-answers">
              ${answers.map(
                (each) =>
                  html`<li dir="auto">${localized(each.question, format.tag)} <b>${valueText(view, each)}</b></li>`,
              )}
            </ul>`
        : nothing
    }
    <div class="row wrap">
      <button
        class="btn primary"
        type="button"
        aria-label=${t('acknowledgeName', { name, alert: t(`alert_${code}`) })}
        aria-disabled=${view.isBusy ? 'true' : nothing}
        @click=${() => view.onAcknowledge(alert)}
      >
        ${t(view.isBusy ? 'acknowledging' : 'acknowledge')}
      </button>
      ${
        view.onOpen
          ? html`<button
              class="btn"
              type="button"
              aria-label=${t('openName', { name })}
              @click=${() => view.onOpen?.(alert)}
            >
              ${t('open')}
            </button>`
          : nothing
      }
    </div>
  </li>`
}

/** Alerts that a member of staff has taken on within a day. */
export const takenAlerts = ({ t, format }: AlertCardView, alerts: readonly Alert[]): TemplateResult =>
  html`<details>
    <summary>${t('takenHeading')} (${format.number(alerts.length)})</summary>
    <ul class="list">
      ${alerts.map(
        ({ patient, code, acknowledgedBy, acknowledgedAt }) =>
          html`<li class="tight">
            <span><b dir="auto">${patient.displayName}</b>: ${t(`alert_${code}`)}</span>
            <span class="small muted"
              >${t('takenBy', { name: acknowledgedBy?.displayName ?? '', time: acknowledgedAt ? format.moment(acknowledgedAt) : '' })}</span
            >
          </li>`,
      )}
    </ul>
  </details>`
