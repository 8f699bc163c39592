import { html, type TemplateResult } from 'lit'
import type { LabResult, NoteVitals } from '@visitkit/sdk'
import { localized } from '../core/format.ts'
import { isCriticalFlag, labMark } from '../core/lab-flags.ts'
import { parseRange } from '../core/plot/parse-range.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { ChartTranslate } from './chart-translate.ts'
import { isNamed, type Outcome } from './read-outcomes.ts'
import { trendPlot, type Point, type Trend } from './trend-plot.ts'
import { vitalTrends } from './vital-trends.ts'
import { vitalsMessages } from './vitals.messages.ts'

/* Shown below everything else and only where a quantity was measured twice, so it loads after the rest. */

/** The number of measurements that are shown. The laboratory element has all of them. */
const shownMeasurements = 4

/**
 * Results measured more than once in the same unit, by LOINC code; critical ones first, then abnormal ones. Results are newest first, as
 * the server lists them.
 */
export const labTrends = (t: ChartTranslate, results: readonly LabResult[]): readonly Trend[] => {
  const trends = new Map<string, Trend & { readonly points: Point[] }>()
  for (const { receivedAt, observations } of results) {
    for (const observation of observations) {
      const { loinc, name, value, unit = '', referenceRange, status } = observation
      const number = Number(value)
      if (value === undefined || value.trim() === '' || !Number.isFinite(number) || status === 'cancelled') continue
      const known = trends.get(loinc)
      const point = { at: receivedAt, value: number }
      if (known?.unit === unit) known.points.unshift(point)
      if (known) continue
      const flag = labMark(observation)
      const mark = flag && t(`flag_${flag}`)
      trends.set(loinc, {
        name,
        unit,
        points: [point],
        usual: parseRange(referenceRange),
        mark,
        isCritical: isCriticalFlag(observation),
      })
    }
  }
  return [...trends.values()]
    .filter(({ points }) => points.length > 1)
    .toSorted((a, b) => severityRank(b) - severityRank(a))
    .slice(0, shownMeasurements)
}

const severityRank = ({ mark, isCritical }: Trend): number => (isCritical ? 2 : mark ? 1 : 0)

interface Known {
  readonly outcomes: readonly Outcome[]
  readonly results: readonly LabResult[]
  readonly vitals: readonly NoteVitals[]
  /** Whether all data is loaded. Before that, an empty view does not mean that there is no data. */
  readonly isComplete: boolean
}

/** Results, vitals and questionnaires over time, each with its numbers. This module includes the names of vitals. */
export const createTrendsView = (host: VisitElement, t: ChartTranslate): ((known: Known) => TemplateResult) => {
  const names = host.language.bundle(vitalsMessages)
  host.language.refresh()
  return ({ outcomes, results, vitals, isComplete }) => {
    const scores = outcomes
      .filter((outcome) => outcome.scores.length > 1)
      .map(({ code, title = [], scores: given }): Trend => {
        const points = given.map(({ at, score }) => ({ at, value: score }))
        const name = isNamed(code) ? t(`score_${code}`) : localized(title, host.format.tag)
        return { name, unit: '', points, usual: {}, mark: undefined, from: 'zero' }
      })
    const trends = [...labTrends(t, results), ...vitalTrends(names, vitals), ...scores]
    if (trends.length === 0)
      return isComplete ? html`<p class="small muted">${t('noOutcomes')}</p>` : html`<span class="skeleton"></span>`
    return html`<div class="trends">${trends.map((trend) => trendPlot(t, host.format, trend))}</div>`
  }
}
