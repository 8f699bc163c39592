import { VisitBooking } from '../booking/booking.ts'
import { define } from '../core/define.ts'

define('booking', VisitBooking)

declare global {
  interface HTMLElementTagNameMap {
    'visit-booking': VisitBooking
  }
}
