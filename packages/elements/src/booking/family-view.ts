import type { Translate } from '../core/localize.ts'
import type { BookingView } from './booking-view.ts'
import type { FamilyBooking } from './family-booking.ts'
import type { familyEn } from './family.en.ts'

/** The data with which visits in a row are rendered, and what a person does with them. */
export interface FamilyView {
  readonly t: Translate<typeof familyEn>
  readonly booking: FamilyBooking
  /** The chosen patients, in their order. */
  readonly chosen: readonly string[]
  /** Whether the person went on with too few or too many. */
  readonly isCountWrong: boolean
  show(isOpen: boolean): void
  choose(patientId: string, isChosen: boolean): void
  goOn(view: BookingView): void
  book(view: BookingView): Promise<void>
  another(view: BookingView): void
}
