import { html, nothing, type TemplateResult } from 'lit'
import type { AccessReportRow } from '@visitkit/sdk'
import { actorText, stepText } from '../audit-log/access-text.ts'
import { filteredFields, recordedValues, valueText, type FilteredField, type ReportTexts } from './report-fields.ts'

type OnlyThese = (field: FilteredField, value: string, row: AccessReportRow) => void

/** A value for the reader: a code in words, a person by name where it is known. */
const shownValue = (texts: ReportTexts, row: AccessReportRow, field: FilteredField, value: string): unknown => {
  const name =
    field === 'actorId'
      ? row.actor.displayName
      : field === 'onBehalfOf'
        ? row.onBehalfOf?.displayName
        : field === 'clientId'
          ? row.application
          : field === 'origin'
            ? row.address
            : null
  const text = valueText(texts, field, value)
  return name && name !== text
    ? html`<bdi>${name}</bdi> <span class="small muted" dir="ltr">${text}</span>`
    : html`<bdi>${text}</bdi>`
}

/** One row of the report: in a sentence, and each of its fields on request. */
export const reportRow = (texts: ReportTexts, row: AccessReportRow, onlyThese: OnlyThese): TemplateResult => {
  const { t, log, format } = texts
  return html`<li>
    <div class="row between wrap">
      <div class="tight">
        <b dir="auto">${actorText(log, row, false)}</b>
        <p class="small">${stepText(log, row)}</p>
        <p class="small muted">
          ${row.patientId === null ? t('noPatient') : html`<bdi>${t('patient', { id: row.patientId })}</bdi>`}
        </p>
        <p class="small muted num">
          ${format.list([format.moment(row.at), ...(row.sequence === undefined ? [] : [t('row', { sequence: format.number(row.sequence) })])])}
        </p>
      </div>
      ${row.outcome === 'done' ? nothing : html`<span class="chip warn">${valueText(texts, 'outcome', row.outcome)}</span>`}
    </div>
    <details>
      <summary>${t('fields')}</summary>
      <dl class="facts">
        ${filteredFields.map((field) => {
          const values = recordedValues(row, field)
          return html`<dt>${t(`field_${field}`)}</dt>
            ${values.length === 0 ? html`<dd>${t('none')}</dd>` : nothing}
            ${values.map(
              (value) =>
                html`<dd class="row between wrap">
                  <span class="value">${shownValue(texts, row, field, value)}</span>
                  <button
                    class="btn small"
                    type="button"
                    aria-label=${t('onlyTheseName', { field: t(`field_${field}`) })}
                    @click=${() => onlyThese(field, value, row)}
                  >
                    ${t('onlyThese')}
                  </button>
                </dd>`,
            )}`
        })}
      </dl>
    </details>
  </li>`
}
