import { VisitAppointments } from '../appointments/appointments.ts'
import { define } from '../core/define.ts'

define('appointments', VisitAppointments)

declare global {
  interface HTMLElementTagNameMap {
    'visit-appointments': VisitAppointments
  }
}
