/**
 * When a practitioner works, in the clock on their own wall. FHIR: Schedule.
 *
 * The rule for every change of that clock is one sentence: **a moment is open when the practitioner's wall clock, at that moment,
 * shows a time inside a window.** From it follows, without further rules:
 * - spring forward: wall times that do not exist are not offered; a window 02:30-03:30 over a gap 02:00-03:00 is half an hour long;
 * - fall back: wall times that happen twice are offered twice, and a window never reaches outside itself: 01:30-02:30 over a repeated
 *   hour 01:00-02:00 is 01:30-02:00, then (after half an hour that reads 01:00-01:30) 01:30-02:30;
 * - a date that a zone skips altogether (Samoa, 2011-12-30) has no open moment;
 * - a visit lasts its minutes of real time, whatever the clock does in the meantime.
 */
export interface Availability {
  /** IANA zone. */
  readonly zone: string
  readonly weekly: readonly WeeklyWindow[]
  readonly exceptions: readonly AvailabilityException[]
}

/** Half-open, within one day. Overnight work is two windows: `22:00`-`24:00` and, on the next day, `00:00`-`06:00`. */
export interface AvailabilityWindow {
  /** `HH:MM`, a multiple of five minutes. Starts are offered on a grid that begins here. */
  readonly from: string
  /** `HH:MM`; `24:00` is the end of the day. */
  readonly to: string
  /** Only these visit types; all of the practitioner's when absent. */
  readonly visitTypeIds?: readonly string[]
}

export interface WeeklyWindow extends AvailabilityWindow {
  /** ISO 8601: 1 is Monday, 7 is Sunday. */
  readonly weekday: number
}

/** A date on which the week does not hold: its windows replace the whole day's. None is a day off. */
export interface AvailabilityException {
  /** `YYYY-MM-DD` */
  readonly date: string
  readonly windows: readonly AvailabilityWindow[]
}
