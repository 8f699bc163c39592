import { css, html, type TemplateResult } from 'lit'
import { adoptStyles } from '../core/adopt-styles.ts'
import { dayKey } from '../core/format.ts'
import { barPlot, barPlotStyles } from '../core/plot/bar-plot.ts'
import { numbersTable } from '../core/plot/numbers-table.ts'
import { partStyles } from '../core/plot/part.styles.ts'
import { plotStyles } from '../core/plot/plot.styles.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { accessChartMessages } from './access-chart.messages.ts'
import type { AccessDay, AccessGroup } from './group-accesses.ts'

const dayMs = 86_400_000
/** Most bars that stay readable on a phone. */
const mostDays = 31

interface DayCount {
  /** RFC 3339. */
  readonly at: string
  readonly people: number
  readonly systems: number
}

const stepsOf = (groups: readonly AccessGroup[]): number => groups.reduce((sum, { steps }) => sum + steps.length, 0)

/** One for each calendar day from the first with an access to the last, the oldest first; days without an access count too. */
export const countDays = (days: readonly AccessDay[], zone: string): readonly DayCount[] => {
  const byDay = new Map(days.map((day) => [day.day, day]))
  const [newest, oldest] = [days[0], days.at(-1)]
  if (!newest || !oldest) return []
  const counts: DayCount[] = []
  for (let at = Date.parse(newest.at); counts.length < mostDays; at -= dayMs) {
    const instant = new Date(at).toISOString()
    const day = dayKey(instant, zone)
    if (day < oldest.day) break
    const found = byDay.get(day)
    counts.push({ at: instant, people: stepsOf(found?.people ?? []), systems: stepsOf(found?.systems ?? []) })
  }
  return counts.toReversed()
}

const styles = css`
  .chart {
    display: grid;
    gap: calc(var(--_s) * 2);
    margin: 0;
  }
  .numbers tbody th {
    font-weight: inherit;
    text-align: start;
  }
`

/** Draws accesses by people for each day, with a scale, and a table behind that has those of computer systems too. */
export type AccessChart = (days: readonly AccessDay[]) => TemplateResult | null

/** What draws the chart, once its texts are there in the language of the page. */
export const loadAccessChart = async (host: VisitElement): Promise<AccessChart> => {
  const t = host.language.bundle(accessChartMessages)
  host.language.refresh()
  // Another part may add its texts in the meantime.
  while (host.language.ready) await host.language.ready
  adoptStyles(host, [plotStyles, partStyles, barPlotStyles, styles])
  return (days) => {
    const { format } = host
    const counts = countDays(days, format.zone)
    const [first, last] = [counts[0], counts.at(-1)]
    if (!first || !last || counts.length < 2) return null
    const count = counts.reduce((sum, { people }) => sum + people, 0)
    return html`<figure class="pad lined chart">
      <figcaption class="small">${t('heading')}<br /><span class="muted">${t('of')}</span></figcaption>
      ${barPlot(format, {
        unit: t('unit'),
        label: t('label', { count, from: format.date(first.at), to: format.date(last.at) }),
        bars: counts.map(({ people }) => ({ value: people })),
        ends: [format.shortDate(first.at), format.shortDate(last.at)],
      })}
      <details class="small">
        <summary>${t('table')}</summary>
        ${numbersTable({
          caption: t('heading'),
          columns: [t('day'), t('people'), t('systems')],
          rows: counts
            .toReversed()
            .map(({ at, people, systems }) => [format.date(at), format.number(people), format.number(systems)]),
        })}
      </details>
    </figure>`
  }
}
