import type { Translate } from '../core/localize.ts'
import type { bookingEndEn } from './booking-end.en.ts'
import type { BookingView } from './booking-view.ts'

/** The data with which the last steps are rendered. */
export interface EndView extends BookingView {
  /** Texts of the last steps. */
  readonly end: Translate<typeof bookingEndEn>
}
