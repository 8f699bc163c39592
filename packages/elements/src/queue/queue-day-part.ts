import { css, html, nothing, type TemplateResult } from 'lit'
import type { QueueDay, VisitClient } from '@visitkit/sdk'
import { adoptStyles } from '../core/adopt-styles.ts'
import { followWatch } from '../core/follow-watch.ts'
import type { Formatter } from '../core/format.ts'
import { Loader } from '../core/loader.ts'
import { loadingRows } from '../core/loading-rows.ts'
import type { Translate } from '../core/localize.ts'
import { barPlot, barPlotStyles } from '../core/plot/bar-plot.ts'
import { numbersTable } from '../core/plot/numbers-table.ts'
import { partStyles } from '../core/plot/part.styles.ts'
import { plotStyles } from '../core/plot/plot.styles.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { queueDayEn } from './queue-day.en.ts'
import { queueDayMessages } from './queue-day.messages.ts'

type Hour = QueueDay['hours'][number]
const hourMs = 3_600_000

const styles = css`
  .waits {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 260px), 1fr));
    gap: calc(var(--_s) * 4);
  }
  summary + .stack {
    margin-block-start: calc(var(--_s) * 4);
  }
  details .numbers :is(th, td) {
    min-inline-size: 0;
    padding-inline: 0 calc(var(--_s) * 4);
    white-space: nowrap;
    overflow-wrap: normal;
  }
  details .numbers thead th {
    white-space: normal;
  }
  /* In a narrow container each hour is a group of labeled numbers, without horizontal scrolling. */
  @container (max-width: 480px) {
    .numbers thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .numbers,
    .numbers tbody {
      display: block;
    }
    .numbers tbody tr {
      display: grid;
      padding-block: calc(var(--_s) * 2);
    }
    details .numbers tbody :is(th, td) {
      display: flex;
      justify-content: space-between;
      gap: calc(var(--_s) * 3);
      padding: 0;
      text-align: end;
      white-space: normal;
    }
    details .numbers tbody th {
      font-weight: 600;
    }
    .numbers td::before {
      content: attr(data-label);
      color: var(--_muted);
      text-align: start;
    }
    .numbers td:empty {
      display: none;
    }
  }
`

/** Every hour from the first with a check-in to the last, also those without one. */
export const everyHour = (hours: readonly Hour[]): readonly Hour[] => {
  const [first, last] = [hours[0], hours.at(-1)]
  if (!first || !last) return []
  const byTime = new Map(hours.map((hour) => [Date.parse(hour.from), hour]))
  const count = Math.round((Date.parse(last.from) - Date.parse(first.from)) / hourMs) + 1
  return Array.from({ length: count }, (_, index) => {
    const at = Date.parse(first.from) + index * hourMs
    const none = { from: new Date(at).toISOString(), patients: 0, medianMinutes: 0, longestMinutes: 0, waiting: 0 }
    return byTime.get(at) ?? none
  })
}

/** How many patients have waited today and how long, by hour. Read when it is opened. */
export class QueueDayPart {
  readonly #host: VisitElement
  readonly #t: Translate<typeof queueDayEn>
  readonly #client: VisitClient
  readonly #practitionerId: string
  readonly #signal: AbortSignal
  readonly #shown: Loader<QueueDay>

  constructor(host: VisitElement, client: VisitClient, practitionerId: string, signal: AbortSignal) {
    this.#host = host
    this.#t = host.language.bundle(queueDayMessages)
    host.language.refresh()
    adoptStyles(host, [plotStyles, partStyles, barPlotStyles, styles])
    this.#client = client
    this.#practitionerId = practitionerId
    this.#signal = signal
    this.#shown = new Loader(host)
  }

  clear(): void {
    this.#shown.reset()
  }

  #opened(isOpen: boolean): void {
    if (!isOpen || this.#shown.now.state === 'ready' || this.#shown.busy) return
    void this.#shown.run(() =>
      followWatch(
        this.#client.watch((reading) => this.#client.queue.day(this.#practitionerId, reading), {
          on: ['queue.changed', 'visit.changed'],
          signal: this.#signal,
        }),
        (day) => this.#shown.set(day),
      ),
    )
  }

  view(): TemplateResult {
    return html`<details
      class="card pad small"
      @toggle=${(event: Event) => this.#opened((event.currentTarget as HTMLDetailsElement).open)}
    >
      <summary>${this.#t('open')}</summary>
      ${this.#content()}
    </details>`
  }

  #content(): unknown {
    const t = this.#t
    const { now } = this.#shown
    if (now.state === 'idle') return nothing
    if (now.state === 'failed')
      return problemView(this.#host, now.problem, { texts: t, retry: () => this.#opened(true) })
    if (now.state !== 'ready') return loadingRows(t('loading'), 'stack')
    const hours = everyHour(now.value.hours)
    if (hours.length === 0) return html`<p class="muted">${t('none')}</p>`
    const format = this.#host.format.at(now.value.zone)
    return html`<div class="stack">${this.#plots(hours, format)} ${this.#table(hours, format)}</div>`
  }

  #plots(hours: readonly Hour[], format: Formatter): TemplateResult {
    const t = this.#t
    const count = hours.reduce((sum, { patients }) => sum + patients, 0)
    const longest = format.minutes(Math.max(...hours.map(({ longestMinutes }) => longestMinutes)))
    return html`<div class="waits">
        ${barPlot(format, {
          unit: t('patients'),
          label: t('patientsLabel', { count }),
          bars: hours.map(({ from, patients }) => ({ label: format.time(from), value: patients })),
        })}
        ${barPlot(format, {
          unit: t('minutes'),
          label: t('minutesLabel', { longest }),
          bars: hours.map(({ from, medianMinutes, longestMinutes }) => ({
            label: format.time(from),
            value: medianMinutes,
            upTo: longestMinutes,
          })),
        })}
      </div>
      <p class="muted">${t('minutesHint')}</p>`
  }

  #table(hours: readonly Hour[], format: Formatter): TemplateResult {
    const t = this.#t
    return html`<details>
      <summary>${t('table')}</summary>
      ${numbersTable({
        caption: t('open'),
        columns: [t('hour'), t('patients'), t('median'), t('longest'), t('waiting')],
        rows: hours.map(({ from, patients, medianMinutes, longestMinutes, waiting }) => [
          format.time(from),
          format.number(patients),
          patients === 0 ? '' : format.minutes(medianMinutes),
          patients === 0 ? '' : format.minutes(longestMinutes),
          format.number(waiting),
        ]),
      })}
    </details>`
  }
}
