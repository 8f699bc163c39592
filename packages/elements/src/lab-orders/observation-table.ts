import { html, nothing, type TemplateResult } from 'lit'
import type { LabObservation } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import { isCriticalFlag, isAbnormalFlag, isBeyondLimit } from '../core/lab-flags.ts'
import type { LabOrdersTranslate } from './order-form.ts'
import { valueBar } from './values-over-time.ts'

/** A previous value and its time. RFC 3339. */
export interface PreviousValue {
  readonly at: string
  readonly observation: LabObservation
}

const quantity = (value: string | undefined, unit: string | undefined): string =>
  [value, unit].filter(Boolean).join(' ')

/** `below 2.8, above 6.2 mmol/L`. */
const limitText = (
  t: LabOrdersTranslate,
  format: Formatter,
  { low, high, unit }: NonNullable<LabObservation['criticalLimit']>,
): string => {
  const sides = [
    low === undefined ? '' : t('limitBelow', { low: format.number(low) }),
    high === undefined ? '' : t('limitAbove', { high: format.number(high) }),
  ].filter(Boolean)
  return `${format.list(sides)} ${unit}`
}

/** What no flag of the laboratory says: its own range, and the limit of the clinic. */
const unflagged = (t: LabOrdersTranslate, format: Formatter, observation: LabObservation): unknown => {
  const { outsideRange, rangeNotCompared, criticalLimit } = observation
  const limit = criticalLimit ? limitText(t, format, criticalLimit) : ''
  return html`${outsideRange ? html`<span class="chip warn">${t(`outside_${outsideRange}`)}</span>` : nothing}
  ${rangeNotCompared ? html`<span class="small">${t('rangeNotCompared')}</span>` : nothing}
  ${
    criticalLimit
      ? isBeyondLimit(observation)
        ? html`<span class="chip bad">${t('beyondLimit', { limit })}</span>`
        : html`<span class="small">${t('notCompared', { limit })}</span>`
      : nothing
  }`
}

const flagMarks = (t: LabOrdersTranslate, format: Formatter, observation: LabObservation): TemplateResult => {
  const { flag, status, replaced, note } = observation
  const words =
    status === 'preliminary' || status === 'corrected' ? t(status) : status === 'cancelled' ? t('cancelledValue') : ''
  return html`${
    flag && flag !== 'N'
      ? html`<span class="chip ${isCriticalFlag(observation) ? 'bad' : 'warn'}">${t(`flag_${flag}`)}</span>`
      : nothing
  }
  ${unflagged(t, format, observation)} ${words ? html`<span class="chip none">${words}</span>` : nothing}
  ${
    replaced?.value
      ? html`<span class="small muted"
          >${t.rich('was', { value: html`<del dir="ltr">${quantity(replaced.value, replaced.unit)}</del>` })}</span
        >`
      : nothing
  }
  ${note ? html`<span class="small" dir="auto">${note}</span>` : nothing}`
}

const previousValueText = (
  t: LabOrdersTranslate,
  format: Formatter,
  earlier: PreviousValue | undefined,
): TemplateResult =>
  html`<td role="cell" class="small" data-label=${earlier ? t('columnEarlier') : nothing}>
    ${
      earlier
        ? html`<span dir="ltr">${quantity(earlier.observation.value, earlier.observation.unit)}</span>
            <span class="muted">${format.date(earlier.at)}</span>`
        : nothing
    }
  </td>`

/** The measurements. Roles are explicit, because a table that is displayed as cards loses its roles in some browsers. */
export const observationTable = (
  t: LabOrdersTranslate,
  format: Formatter,
  label: string,
  observations: readonly LabObservation[],
  earlier: ReadonlyMap<string, PreviousValue>,
  fileOf: (observation: LabObservation) => unknown,
): TemplateResult => {
  const column = (name: string): TemplateResult => html`<th role="columnheader" scope="col">${name}</th>`
  return html`<table role="table" aria-label=${label}>
    <thead role="rowgroup">
      <tr role="row">
        ${column(t('columnName'))}${column(t('columnValue'))}${column(t('columnRange'))}${column(t('columnFlag'))}
        ${earlier.size > 0 ? column(t('columnEarlier')) : nothing}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${observations.map(
        (observation) =>
          html`<tr role="row" class=${isAbnormalFlag(observation) ? 'marked' : ''}>
            <th role="rowheader" scope="row" dir="auto">${observation.name}</th>
            <td role="cell" class="value">
              ${
                observation.document
                  ? fileOf(observation)
                  : observation.value === undefined
                    ? html`<span class="muted">${t(`absent_${observation.dataAbsentReason ?? 'unknown'}`)}</span>`
                    : html`<span dir="ltr">${quantity(observation.value, observation.unit)}</span>`
              }
              ${(observation.coded ?? []).map(
                ({ code, system }) => html`<span class="small muted code" dir="ltr">${system} ${code}</span>`,
              )}
            </td>
            <td role="cell" class="muted">
              ${observation.referenceRange ? html`<span dir="ltr">${observation.referenceRange}</span>` : nothing}
              ${valueBar(t, format, observation)}
            </td>
            <td role="cell"><span class="marks">${flagMarks(t, format, observation)}</span></td>
            ${earlier.size > 0 ? previousValueText(t, format, earlier.get(observation.loinc)) : nothing}
          </tr>`,
      )}
    </tbody>
  </table>`
}
