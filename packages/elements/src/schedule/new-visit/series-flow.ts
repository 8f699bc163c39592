import type { AppointmentSeries, BookSeries, SeriesOccurrence, SeriesPreview, VisitClient } from '@visitkit/sdk'
import { dayKey } from '../../core/format.ts'
import { IdempotencyKeys } from '../../core/idempotency-keys.ts'
import { Loader } from '../../core/loader.ts'
import type { VisitElement } from '../../core/visit-element.ts'
import { instantAt } from '../schedule-days.ts'
import { faultOf, ruleText, type WeeklyRule } from './weekly-rule.ts'

/** The clock of an instant, `HH:MM`, for a time field. */
const clockOf = (instant: string, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'short' }).format(new Date(instant))

/** For whom the visits are, and with whom. */
export type SeriesVisit = Omit<BookSeries, 'starts' | keyof SeriesSaid>

/** What the patient said. */
type SeriesSaid = Pick<BookSeries, 'reason' | 'minorConsentsAlone'>

const firstRule: WeeklyRule = {
  ...{ firstDay: '', weeks: 1, weekdays: new Set<number>(), ends: 'count', count: 4, lastDay: '' },
}

/** Visits that repeat, without rendering: a rule, what each of its visits would be, and the booking of those that were chosen. */
export class SeriesFlow {
  readonly preview: Loader<SeriesPreview>
  readonly booking: Loader<AppointmentSeries>
  rule: WeeklyRule = firstRule
  /** Of every visit. `HH:MM` */
  clock = ''
  /** In which the visits keep their time: that of the practitioner. */
  zone = 'UTC'
  fault: ReturnType<typeof faultOf> | 'clock' = null
  /** By the start of the rule: the start that is booked instead, or null for none. */
  readonly #instead = new Map<string, string | null>()
  readonly #host: VisitElement
  readonly #keys = new IdempotencyKeys()

  constructor(host: VisitElement) {
    this.#host = host
    this.preview = new Loader(host)
    this.booking = new Loader(host)
  }

  /** @param first - A free time, with which the rule begins. */
  begin(zone: string, first: string | undefined): void {
    this.zone = zone
    if (!first || this.rule.firstDay) return
    this.rule = { ...this.rule, firstDay: dayKey(first, zone) }
    this.clock = clockOf(first, zone)
  }

  /** Another rule has other visits. */
  set(changed: Partial<WeeklyRule>, clock = this.clock): void {
    this.rule = { ...this.rule, ...changed }
    this.clock = clock
    this.fault = null
    this.#forget()
    this.#host.requestUpdate()
  }

  /** The start that is booked for an occurrence; null if it is left out. */
  startOf({ start, works }: SeriesOccurrence): string | null {
    const instead = this.#instead.get(start)
    return instead === undefined ? (works ? start : null) : instead
  }

  choose({ start }: SeriesOccurrence, instead: string | null): void {
    this.#instead.set(start, instead)
    this.#host.requestUpdate()
  }

  get chosen(): readonly string[] {
    const starts = (this.preview.value?.occurrences ?? []).flatMap((one) => this.startOf(one) ?? [])
    return [...new Set(starts)].toSorted()
  }

  async look(client: VisitClient, visit: SeriesVisit): Promise<SeriesPreview | undefined> {
    this.fault = this.clock ? faultOf(this.rule) : 'clock'
    this.#host.requestUpdate()
    if (this.fault !== null) return undefined
    this.booking.reset()
    return this.#read(client, visit)
  }

  /** Books what was chosen, or nothing: what no longer works is shown with the refusal. */
  async book(client: VisitClient, visit: SeriesVisit, said: SeriesSaid): Promise<AppointmentSeries | undefined> {
    const starts = [...this.chosen]
    if (starts.length === 0 || this.booking.busy) return undefined
    const body = { ...visit, starts, ...said }
    const booked = await this.booking.run((signal) =>
      client.series.book(body, { signal, ...this.#keys.for('series', body) }),
    )
    if (this.booking.problem?.code === 'occurrences_unavailable') await this.#read(client, visit)
    return booked
  }

  reset(): void {
    this.rule = firstRule
    this.clock = ''
    this.fault = null
    this.#forget()
  }

  async #read(client: VisitClient, visit: SeriesVisit): Promise<SeriesPreview | undefined> {
    const [hours = 0, minutes = 0] = this.clock.split(':').map(Number)
    const start = instantAt(this.rule.firstDay, hours * 60 + minutes, this.zone)
    const body = { ...visit, start, rule: ruleText(this.rule), zone: this.zone }
    return this.preview.run((signal) => client.series.preview(body, { signal }))
  }

  #forget(): void {
    this.#instead.clear()
    this.preview.reset()
    this.booking.reset()
  }
}
