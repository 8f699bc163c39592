import { define } from '../core/define.ts'
import { VisitSchedule } from '../schedule/schedule.ts'

define('schedule', VisitSchedule)

declare global {
  interface HTMLElementTagNameMap {
    'visit-schedule': VisitSchedule
  }
}
