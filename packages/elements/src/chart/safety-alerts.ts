import { html, type TemplateResult } from 'lit'
import type { Alert, Resources } from '@visitkit/sdk'
import { alertsMessages } from '../alerts/alerts.messages.ts'
import type { AlertsTranslate } from '../alerts/alert-card.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { ChartTranslate } from './chart-translate.ts'

/** Milliseconds for which an acknowledged emergency answer stays in the strip: the visit that it was given for is over by then. */
const stripForMs = 24 * 3_600_000

/** The emergency answers of a patient: the open ones, and those of the last day. */
export const readSafetyAlerts = async (
  client: Pick<Resources, 'alerts'>,
  patientId: string,
  options: { readonly signal: AbortSignal },
): Promise<readonly Alert[]> => {
  const { items } = await client.alerts.list({ patientId }, options)
  return items.filter(
    ({ status, raisedAt }) => status !== 'acknowledged' || Date.parse(raisedAt) > Date.now() - stripForMs,
  )
}

export const alertWords = (host: VisitElement): AlertsTranslate => host.language.bundle(alertsMessages)

/** The emergency answers, before anything else about the patient. */
export const safetyChips = (
  t: ChartTranslate,
  words: AlertsTranslate,
  alerts: readonly Alert[],
): readonly TemplateResult[] =>
  alerts.map(
    ({ code, status }) =>
      html`<span class="chip bad"
        >${t(status === 'acknowledged' ? 'safety' : 'safetyOpen', { alert: words(`alert_${code}`) })}</span
      >`,
  )
