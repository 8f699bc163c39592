import type { Loader } from '../core/loader.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { CalendarDay, SlotCalendar } from './slot-calendar.ts'

/** Days next to each other on the screen. */
export const STRIP_DAYS = 5

/** The days of the calendar that are on the screen, and the selected one. */
export class DayStrip {
  /** First day of the strip and selected day, as indexes of the calendar. */
  firstDay = 0
  day = 0
  readonly #host: VisitElement
  readonly #times: Loader<SlotCalendar>
  readonly #practitionerId: () => string | null

  /** @param practitionerId - The practitioner whose slots are shown; null for any. */
  constructor(host: VisitElement, times: Loader<SlotCalendar>, practitionerId: () => string | null) {
    this.#host = host
    this.#times = times
    this.#practitionerId = practitionerId
  }

  get shown(): readonly CalendarDay[] {
    return this.#times.value?.days(this.firstDay, STRIP_DAYS, this.#practitionerId()) ?? []
  }

  chooseDay(index: number): void {
    this.day = index
    this.#host.requestUpdate()
  }

  /** Moves the strip, and selects its first day with a free slot. */
  async turn(days: number): Promise<void> {
    const calendar = this.#times.value
    if (!calendar) return
    const first = Math.min(Math.max(0, this.firstDay + days), Math.max(0, calendar.lastDay))
    this.firstDay = first
    await this.#times.run(
      async (signal) => {
        await Promise.all([calendar.load(first, signal), calendar.load(first + STRIP_DAYS - 1, signal)])
        return calendar
      },
      { quietly: true },
    )
    if (this.firstDay !== first) return
    this.chooseDay(this.shown.find(({ slots }) => slots?.length)?.index ?? first)
  }

  goToDay(index: number): void {
    this.firstDay = index
    this.day = index
    void this.turn(0)
  }

  goToFirstAvailable(): void {
    this.goToDay(this.#times.value?.firstAvailable(this.#practitionerId())?.day.index ?? 0)
  }
}
