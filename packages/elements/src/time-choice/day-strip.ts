import type { Loader } from '../core/loader.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { PartName } from './day-parts.ts'
import type { CalendarDay, SlotCalendar } from './slot-calendar.ts'

/** Days next to each other on the screen. */
export const STRIP_DAYS = 5

/** The days of the calendar that are on the screen, and the selected one. */
export class DayStrip {
  /** First day of the strip and selected day, as indexes of the calendar. */
  firstDay = 0
  day = 0
  /** The part of the selected day that the person opened; null when they closed it, undefined before. */
  openPart: PartName | null | undefined
  /** Whether every time of the open part is shown. */
  isFull = false
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

  get hasEarlier(): boolean {
    return this.firstDay > 0
  }

  get hasLater(): boolean {
    return this.firstDay + STRIP_DAYS <= (this.#times.value?.lastDay ?? 0)
  }

  chooseDay(index: number): void {
    if (index !== this.day) this.openParts(undefined)
    this.day = index
    this.#host.requestUpdate()
  }

  openParts(part: PartName | null | undefined): void {
    if (part === this.openPart) return
    this.openPart = part
    this.isFull = false
    this.#host.requestUpdate()
  }

  showAll(isFull: boolean): void {
    this.isFull = isFull
    this.#host.requestUpdate()
  }

  /** Moves the strip, and selects its first day with a free slot. The last days fill the strip. */
  async turn(days: number): Promise<void> {
    const calendar = this.#times.value
    if (!calendar) return
    const first = Math.max(0, Math.min(this.firstDay + days, calendar.lastDay + 1 - STRIP_DAYS))
    this.firstDay = first
    await this.#times.run(
      async (signal) => {
        await Promise.all([calendar.load(first, signal), calendar.load(first + STRIP_DAYS - 1, signal)])
        return calendar
      },
      { quietly: true },
    )
    if (this.firstDay !== first) return
    const selected = this.shown.find(({ index, slots }) => index === this.day && slots?.length)
    this.chooseDay((selected ?? this.shown.find(({ slots }) => slots?.length))?.index ?? first)
  }

  goToDay(index: number): void {
    this.firstDay = index
    this.chooseDay(index)
    void this.turn(0)
  }

  goToFirstAvailable(): void {
    this.goToDay(this.#times.value?.firstAvailable(this.#practitionerId())?.day.index ?? 0)
  }
}
