/**
 * When a practitioner works, in the wall-clock time of their zone. FHIR: Schedule.
 *
 * One rule covers every clock change: **a moment is open when the practitioner's wall clock, at that moment, shows a time inside a
 * window.** It follows that:
 * - spring forward: wall times that do not exist are not offered; a window 02:30-03:30 over a gap 02:00-03:00 is half an hour long;
 * - fall back: wall times that happen twice are offered twice, and a window never extends outside itself: 01:30-02:30 over a repeated hour
 *   01:00-02:00 is 01:30-02:00, then (after half an hour that reads 01:00-01:30) 01:30-02:30;
 * - a date that a zone skips altogether (Samoa, 2011-12-30) has no open moment;
 * - a visit takes its minutes of elapsed time, whatever the clock does.
 */
export interface Availability {
  /** IANA zone. */
  readonly zone: string
  readonly weekly: readonly WeeklyWindow[]
  readonly exceptions: readonly AvailabilityException[]
  /** No moment is open at which the practitioner's wall clock shows a time inside one of these ranges. They may overlap. */
  readonly timeOff: readonly WallRange[]
}

/** A range of wall-clock time, half-open, over any number of days. `YYYY-MM-DDTHH:MM`, multiples of five minutes. */
export interface WallRange {
  readonly from: string
  readonly to: string
}

/** When the organization is closed for all practitioners, by the wall clock of its own zone. The contract's Closures satisfies it. */
export interface ClosedTimes {
  readonly zone: string
  readonly items: readonly WallRange[]
}

/** Half-open, within one day. An overnight shift is two windows: `22:00`-`24:00` and, on the next day, `00:00`-`06:00`. */
export interface AvailabilityWindow {
  /** `HH:MM`, a multiple of five minutes. Starts are offered on a grid that begins here. */
  readonly from: string
  /** `HH:MM`; `24:00` is the end of the day. */
  readonly to: string
  /** Only these visit types; all visit types of the practitioner if absent. */
  readonly visitTypeIds?: readonly string[]
}

export interface WeeklyWindow extends AvailabilityWindow {
  /** ISO 8601: 1 is Monday, 7 is Sunday. */
  readonly weekday: number
}

/** An exception to the week: its windows replace the complete day. No windows mean a day off. */
export interface AvailabilityException {
  /** `YYYY-MM-DD` */
  readonly date: string
  readonly windows: readonly AvailabilityWindow[]
}

/** Before an organization has saved closures. */
export const noClosures: ClosedTimes = { zone: 'UTC', items: [] }
