import { html, svg, type TemplateResult } from 'lit'
import { dayKey, type Formatter } from '../core/format.ts'
import type { Translate } from '../core/localize.ts'
import { ticks } from '../core/plot/ticks.ts'
import type { auditLogEn } from './audit-log.en.ts'
import type { AccessDay, AccessGroup } from './group-accesses.ts'

const [width, height] = [320, 120]
const inner = { start: 36, end: 316, top: 12, bottom: 88 } as const
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

/** Accesses by people for each day, with a scale, and a table behind that has those of computer systems too. */
export const accessChart = (
  t: Translate<typeof auditLogEn>,
  format: Formatter,
  days: readonly AccessDay[],
): TemplateResult | null => {
  const counts = countDays(days, format.zone)
  const [first, last] = [counts[0], counts.at(-1)]
  if (!first || !last || counts.length < 2) return null
  const marks = ticks(0, Math.max(1, ...counts.map(({ people }) => people))).filter(Number.isInteger)
  const top = marks.at(-1) ?? 1
  const y = (value: number): number => inner.bottom - ((inner.bottom - inner.top) * value) / top
  const step = (inner.end - inner.start) / counts.length
  const total = counts.reduce((sum, { people }) => sum + people, 0)
  return html`<figure class="pad lined chart">
    <figcaption class="small">${t('chartHeading')}<br /><span class="muted">${t('chartOf')}</span></figcaption>
    <svg
      class="plot bars"
      viewBox="0 0 ${width} ${height}"
      role="img"
      aria-label=${t('chartLabel', { count: total, from: format.date(first.at), to: format.date(last.at) })}
    >
      ${svg`${marks.map(
        (mark) =>
          svg`<line class="grid" x1=${inner.start} x2=${inner.end} y1=${y(mark)} y2=${y(mark)} />
            <text x=${inner.start - 6} y=${y(mark) + 4} text-anchor="end">${format.number(mark)}</text>`,
      )}
      ${counts.map(
        ({ people }, index) =>
          svg`<rect class="part-of" x=${inner.start + step * index + step * 0.15} width=${step * 0.7} y=${y(people)} height=${inner.bottom - y(people)} />`,
      )}
      <text x=${inner.start} y=${inner.bottom + 20}>${format.shortDate(first.at)}</text>
      <text x=${inner.end} y=${inner.bottom + 20} text-anchor="end">${format.shortDate(last.at)}</text>`}
    </svg>
    <details class="small">
      <summary>${t('chartTable')}</summary>
      <table>
        <caption class="visually-hidden">
          ${t('chartHeading')}
        </caption>
        <thead>
          <tr>
            <th scope="col">${t('chartDay')}</th>
            <th scope="col">${t('chartPeople')}</th>
            <th scope="col">${t('chartSystems')}</th>
          </tr>
        </thead>
        <tbody>
          ${counts.toReversed().map(
            ({ at, people, systems }) =>
              html`<tr>
                <td class="num">${format.date(at)}</td>
                <td class="num">${format.number(people)}</td>
                <td class="num">${format.number(systems)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </details>
  </figure>`
}
