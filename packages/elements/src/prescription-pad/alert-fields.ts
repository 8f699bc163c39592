import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { PrescriptionAlert } from '@visitkit/sdk'
import { localized, type Formatter } from '../core/format.ts'
import { iconAlert } from '../core/icons.ts'
import { sourceText } from './knowledge-view.ts'
import type { PrescriptionFormTranslate } from './label-text.ts'

interface AlertFieldsView {
  readonly t: PrescriptionFormTranslate
  readonly format: Formatter
  readonly alerts: readonly PrescriptionAlert[]
  readonly reasons: ReadonlyMap<string, string>
  readonly isFaulty: (id: string) => boolean
  readonly onReason: (id: string, reason: string) => void
}

const severityOrder = ['high', 'moderate', 'low'] as const
const tones = { high: 'bad', moderate: 'warn', low: 'none' } as const

/** Each alert, the most severe first, with a field for the prescriber's reason. */
export const alertFields = ({ t, format, alerts, reasons, isFaulty, onReason }: AlertFieldsView): TemplateResult => {
  const sorted = alerts.toSorted((a, b) => severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity))
  return html`<section class="stack" aria-labelledby="alerts">
    <h4 id="alerts" tabindex="-1">${t('alerts', { count: alerts.length })}</h4>
    ${repeat(
      sorted,
      ({ id }) => id,
      ({ id, kind, severity, with: other, text, source }) => {
        const fault = isFaulty(id)
        return html`<div class="banner ${severity === 'high' ? 'bad' : 'warn'}">
          ${iconAlert}
          <div class="stack grow">
            <div class="tight">
              <p class="row wrap">
                <b>${t(`kind_${kind}`)}</b><span class="chip ${tones[severity]}">${t(`severity_${severity}`)}</span>
              </p>
              <p dir="auto">${localized(text, format.tag)}</p>
              ${kind === 'interaction' && other !== undefined ? html`<p>${t('interactsWith', { name: other })}</p>` : nothing}
              ${source ? html`<p class="small muted">${sourceText({ t, format }, source)}</p>` : nothing}
            </div>
            <div class="field">
              <label for="reason-${id}">${t('reason')}</label>
              <input
                id="reason-${id}"
                type="text"
                dir="auto"
                maxlength="300"
                autocomplete="off"
                aria-required="true"
                aria-invalid=${fault ? 'true' : nothing}
                aria-describedby=${fault ? `fault-reason-${id}` : nothing}
                .value=${reasons.get(id) ?? ''}
                @input=${(event: Event) => onReason(id, (event.target as HTMLInputElement).value)}
              />
              ${fault ? html`<p class="error" id="fault-reason-${id}">${t('reasonFault')}</p>` : nothing}
            </div>
          </div>
        </div>`
      },
    )}
  </section>`
}
