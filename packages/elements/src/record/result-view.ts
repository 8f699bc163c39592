import { html, nothing, type TemplateResult } from 'lit'
import type { LabObservation, LabResult } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import { isAbnormalFlag, isCriticalFlag } from '../core/lab-flags.ts'
import { labNumber } from '../core/lab-history.ts'
import { linePlot } from '../core/plot/line-plot.ts'
import { rangeBar } from '../core/plot/range-bar.ts'
import type { ResultFiles } from '../core/result-file.ts'
import { whenOpened } from '../core/when-opened.ts'
import { boundsOf, markText, rangeText, unitText, valueText, type RecordTranslate } from './result-words.ts'
import { valueHistory } from './value-history.ts'

interface ResultView {
  readonly t: RecordTranslate
  readonly format: Formatter
  readonly result: LabResult
  /** All results that are loaded, for the values before this one. */
  readonly results: readonly LabResult[]
  /** Level of the heading of a value. */
  readonly level: number
  readonly files: ResultFiles
}

const chipFor = (observation: LabObservation): string =>
  isCriticalFlag(observation)
    ? 'chip bad'
    : isAbnormalFlag(observation)
      ? 'chip warn'
      : observation.rangeNotCompared
        ? 'chip none'
        : 'chip ok'

const remarks = (t: RecordTranslate, { status, replaced, note }: LabObservation): unknown => {
  const words =
    status === 'preliminary' || status === 'corrected' ? t(status) : status === 'cancelled' ? t('cancelledValue') : ''
  return html`${words ? html`<p><span class="chip none">${words}</span></p>` : nothing}
  ${replaced?.value ? html`<p class="small">${t.rich('was', { value: html`<del>${valueText(t, replaced)}</del>` })}</p>` : nothing}
  ${note ? html`<p class="small" dir="auto">${note}</p>` : nothing}`
}

const overTime = ({ t, format, results }: ResultView, observation: LabObservation): unknown => {
  const points = valueHistory(t, observation, results)
  const [first, last] = [points[0], points.at(-1)]
  if (points.length < 2 || !first || !last) return nothing
  const { name, unit } = observation
  return html`<details>
    <summary class="small">${t('overTime')}</summary>
    <div
      class="tight"
      ${whenOpened(() =>
        linePlot(format, {
          name,
          unit: unitText(t, unit),
          points,
          bounds: boundsOf(observation),
          label: t('plotLabel', {
            name,
            first: format.number(first.value),
            from: format.date(first.at),
            last: format.number(last.value),
            to: format.date(last.at),
          }),
          words: { table: t('table'), day: t('day'), value: t('value'), mark: t('mark') },
        }),
      )}
    ></div>
  </details>`
}

const measurement = (view: ResultView, observation: LabObservation): TemplateResult => {
  const { t, format, level } = view
  const { name, value, dataAbsentReason } = observation
  const [number, range, mark] = [labNumber(observation), rangeText(t, format, observation), markText(t, observation)]
  return html`<li class="value tight">
    <div class="row between wrap">
      <h4 aria-level=${level} dir="auto">${name}</h4>
      ${mark ? html`<span class=${chipFor(observation)}>${mark}</span>` : nothing}
    </div>
    <p class="num">
      ${
        observation.document
          ? view.files.view(view.result, observation)
          : value === undefined
            ? html`<span class="muted">${t(`absent_${dataAbsentReason ?? 'unknown'}`)}</span>`
            : html`<b class="big">${value}</b> ${unitText(t, observation.unit)}`
      }
    </p>
    ${range ? html`<p class="small muted num">${t('usual', { range })}</p>` : nothing}
    ${
      number === undefined
        ? nothing
        : rangeBar(format, {
            value: number,
            bounds: boundsOf(observation),
            label: t('barLabel', { name, value: valueText(t, observation), range }),
          })
    }
    ${remarks(t, observation)} ${overTime(view, observation)}
  </li>`
}

/** The reviewer's own words come before the numbers. */
const comment = ({ t, format, result }: ResultView): unknown => {
  const { reviewedBy, reviewedAt, comment: text } = result
  const name = reviewedBy?.displayName
  const date = reviewedAt ? format.date(reviewedAt) : ''
  if (!text) return name ? html`<p class="small muted">${t('noComment', { name, date })}</p>` : nothing
  return html`<div class="says tight">
    <b>${name ? t('saysName', { name }) : t('says')}</b>
    <p class="text-block" dir="auto">${text}</p>
    ${name ? html`<p class="small muted">${t('reviewedBy', { name, date })}</p>` : nothing}
  </div>`
}

/** What was examined and when, and by whom. */
const circumstances = ({ t, format, result }: ResultView): string => {
  const { collectedAt, specimen, laboratory, laboratoryAddress } = result
  const by = t('from', { laboratory: [laboratory, laboratoryAddress].filter(Boolean).join(', ') })
  return [
    result.extra ? t('extra') : '',
    collectedAt ? t('collectedAt', { date: format.date(collectedAt) }) : '',
    specimen ? t('specimenOf', { specimen }) : '',
    by,
  ]
    .filter(Boolean)
    .join(' ')
}

/** One result: the clinician's words, then each value with its unit in words, its range and its history. */
export const resultView = (view: ResultView): TemplateResult => {
  const { t, result } = view
  return html`${comment(view)}
    ${result.status === 'final' ? nothing : html`<p><span class="chip warn">${t(`result_${result.status}`)}</span></p>`}
    ${
      result.note
        ? html`<div class="tight">
            <b class="small">${t('labWrote')}</b>
            <p class="text-block" dir="auto">${result.note}</p>
          </div>`
        : nothing
    }
    ${
      result.observations.length === 0
        ? nothing
        : html`<ul class="lined">
            ${result.observations.map((observation) => measurement(view, observation))}
          </ul>`
    }
    <p class="small muted" dir="auto">${circumstances(view)}</p>`
}
