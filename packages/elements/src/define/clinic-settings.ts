import { VisitClinicSettings } from '../clinic-settings/clinic-settings.ts'
import { define } from '../core/define.ts'

define('clinic-settings', VisitClinicSettings)

declare global {
  interface HTMLElementTagNameMap {
    'visit-clinic-settings': VisitClinicSettings
  }
}
